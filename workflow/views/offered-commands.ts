import type { StudioRecord } from '../../db/queries/studios.ts';
import type { AnyCommand } from '../command.ts';
import type { Context } from '../context.ts';
import { isRevoked } from '../held-title.ts';
import { hasPower } from '../powers.ts';

/** Of some commands those a department may give to a studio as it now stands. What a seat may not do is not offered. */
export function offeredCommands(
  record: StudioRecord,
  { db, seat, today }: Pick<Context, 'db' | 'seat' | 'today'>,
  commands: readonly AnyCommand[],
): readonly AnyCommand[] {
  return commands.filter(
    (command) =>
      command.scope === 'studio' &&
      hasPower(command, record, seat) &&
      (command.afterRevocation === true || !isRevoked(record)) &&
      command.offered(record, db, seat, today),
  );
}

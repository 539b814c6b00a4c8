import { eq } from 'drizzle-orm';
import type { HostUnitKind } from '../../policy/studio-facts.ts';
import type { Transaction } from '../database.ts';
import { newId } from '../new-id.ts';
import type { ChangeRecorder } from '../record-changes.ts';
import { hostUnits } from '../schema.ts';

/** A host unit as a file names it; the kind where the file states one. */
export interface StatedHostUnit {
  readonly name: string;
  readonly kind?: HostUnitKind | null;
}

/** The host unit of a name, entered when it is not known and brought to the kind the file states, as a recorded change. Returns its id. */
export function statedHostUnit(tx: Transaction, recorder: ChangeRecorder, { name, kind = null }: StatedHostUnit): string {
  const present = tx.select({ id: hostUnits.id }).from(hostUnits).where(eq(hostUnits.name, name)).get();
  const id = present?.id ?? newId();
  if (present === undefined) recorder.insert(hostUnits, { id, name, kind });
  else if (kind !== null) recorder.update(hostUnits, { id }, { kind });
  return id;
}

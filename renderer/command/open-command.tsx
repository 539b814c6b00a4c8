import { Empty } from 'antd';
import type { CommandDescription, CommandOutcome } from '../../workflow/contract/command.ts';
import type { Session } from '../../workflow/contract/session.ts';
import { FailureNotice } from '../connection/failure-notice.tsx';
import { useAnswer } from '../connection/use-answer.ts';
import { CommandPage } from './command-page.tsx';

interface OpenCommandProps {
  readonly session: Session;
  readonly command: CommandDescription;
  /** Left out for a command on the desk as a whole. */
  readonly studioId?: string;
  readonly onDone: (outcome: CommandOutcome) => void;
  readonly onCancel: () => void;
}

/** A command with everything its form chooses from: the studio, the round, the bureau's criteria. */
export function OpenCommand({ session, command, studioId, onDone, onCancel }: OpenCommandProps) {
  const asks = new Set(command.fields.map(({ among }) => among));
  const studio = useAnswer('showStudio', { studioId: studioId ?? '' }, { enabled: studioId !== undefined });
  const round = useAnswer('showRound', {}, { enabled: roundSources.some((source) => asks.has(source)) });
  const sheet = useAnswer('reviewSheet', {}, { enabled: asks.has('review-criteria') });
  const measures = useAnswer('showMeasures', {});
  const failure = studio.error ?? round.error ?? sheet.error ?? measures.error;
  if (failure !== null) return <FailureNotice failure={failure} retry={onCancel} />;
  if (studioId !== undefined && studio.data?.studio.id !== studioId) return null;
  if (round.isLoading || sheet.isLoading || measures.data === undefined) return null;
  if (studio.data !== undefined && !studio.data.commands.includes(command.name)) {
    return <Empty description={`「${studio.data.studio.name}」现在不办理「${command.title}」。`} />;
  }
  return (
    <CommandPage
      key={`${command.name} ${studioId}`}
      command={command}
      ground={{
        session,
        studio: studio.data,
        round: round.data ?? null,
        reviewSheet: sheet.data ?? null,
        tasks: studio.data?.letters.at(-1)?.tasks ?? measures.data.standardTasks,
        sets: measures.data.sets,
      }}
      onDone={onDone}
      onCancel={onCancel}
    />
  );
}

/** Answers that are chosen from a round. */
const roundSources = ['experts', 'objections', 'tied-studios', 'shortlisted-studios', 'round-criteria'] as const;

import type { StudioDetail } from '../../workflow/contract/studio.ts';
import { useAnswer } from '../connection/use-answer.ts';
import { dueText } from '../desk/due-text.ts';
import { PlaceLink } from '../frame/place-link.tsx';

interface NextDutyProps {
  readonly detail: StudioDetail;
  readonly today: string;
}

/** What this department has to do next for a studio, the most urgent; or that nothing waits for it. */
export function NextDuty({ detail: { studio, commands }, today }: NextDutyProps) {
  const duties = useAnswer('listDuties', { days: 365 });
  const exports = useAnswer('listExports', {});
  if (duties.data === undefined) return null;
  const next = duties.data.find((duty) => duty.studio === studio.name);
  if (next === undefined) return <div>这家工作室一年内没有等待本部门办理的事项。</div>;
  return (
    <div>
      接下来：{next.duty}（{next.article}），期限 {next.due}，{dueText(next.due, today)}。
      {commands.includes(next.action) && <PlaceLink to={{ screen: 'studio', studioId: studio.id, command: next.action }}>去办理</PlaceLink>}
      {exports.data?.some(({ id }) => id === next.action) && <PlaceLink to={{ screen: 'exchange', kind: next.action }}>去导出</PlaceLink>}
    </div>
  );
}

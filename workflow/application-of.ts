import type { StudioApplication, StudioRecord } from '../db/queries/studios.ts';
import type { Article } from '../policy/article.ts';
import { Refusal } from '../policy/refusal.ts';
import { type ApplicationStatus, applicationStatusLabels } from '../policy/seat.ts';

/** True when the studio's application stands at one of the steps. */
export function standsAt(...statuses: readonly ApplicationStatus[]): (studio: StudioRecord) => boolean {
  return ({ application }) => application !== null && statuses.includes(application.status);
}

/** The studio's application, when it stands at one of the steps from which `title` may be done; refuses otherwise. 第十一条. */
export function applicationAt(
  studio: StudioRecord,
  statuses: readonly ApplicationStatus[],
  title: string,
  place: Article,
): StudioApplication {
  const { application, name } = studio;
  if (application === null) throw new Refusal(`无法${title}：「${name}」没有申报。请先导入或录入申报。`, place);
  if (!statuses.includes(application.status)) {
    const wanted = statuses.map((status) => applicationStatusLabels[status]).join('或');
    throw new Refusal(
      `无法${title}：「${name}」现为「${applicationStatusLabels[application.status]}」，应在「${wanted}」之后办理。请先办理前面的环节，或核对工作室。`,
      place,
    );
  }
  return application;
}

import { rosterId, writeRoster } from '../../exchange/roster.ts';
import { article } from '../../policy/article.ts';
import { type ApplicationStatus, applicationStatusLabels, studioLevelLabels } from '../../policy/seat.ts';
import { studioOrderLabels } from '../contract/studio.ts';
import { type StudioColumn, type StudioListAsked, studioColumns, usualStudioColumns } from '../contract/studio-columns.ts';
import { listStudios } from '../views/list-studios.ts';
import { type Outgoing, senderOf } from './outgoing.ts';

/** 花名册: the list of studios as a screen shows it; where nobody looks at one, all of them with the usual columns. */
export const outgoingRoster: Outgoing = {
  id: rosterId,
  title: '花名册',
  summary: '全部工作室的名单，供查阅和打印，不能导入。要按筛选、排序和所选栏目导出，请到「工作室」一屏。',
  article: article(13),
  powers: ['sector-bureau', 'hr-bureau', 'leading-group-office'],
  about: 'nothing',
  counted: '个工作室',
  async write(context, { list = { query: {}, columns: [...usualStudioColumns], unmasked: false } }) {
    const studios = listStudios(context.db, list.query);
    const columns = list.columns.map((key): StudioColumn & { readonly key: string } => ({ key, ...studioColumns[key] }));
    const written = await writeRoster(
      {
        columns,
        rows: studios.map((studio) => ({
          recordId: studio.id,
          texts: Object.fromEntries(
            columns.map(({ key, text }) => [key, text(studio, list.unmasked)] as const).filter(([, text]) => text !== ''),
          ),
        })),
        selection: selectionText(list.query),
      },
      senderOf(context),
    );
    return { ...written, rows: studios.length };
  },
};

function selectionText({ search = '', statuses = [], sectors = [], levels = [], order = 'strokes' }: StudioListAsked['query']): string {
  const part = (label: string, words: readonly string[]): string => (words.length === 0 ? '' : `${label}：${words.join('、')}；`);
  const statusLabel = (status: string): string => applicationStatusLabels[status as ApplicationStatus] ?? status;
  return [
    part('查找', search === '' ? [] : [`「${search}」`]),
    part('状态', statuses.map(statusLabel)),
    part(
      '级别',
      levels.map((level) => studioLevelLabels[level]),
    ),
    part('行业', sectors),
    `按${studioOrderLabels[order]}排列；`,
  ].join('');
}

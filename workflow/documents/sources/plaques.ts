import type { ReadableDatabase, Transaction } from '../../../db/database.ts';
import { departmentsOn } from '../../../db/queries/departments.ts';
import { readRevocations } from '../../../db/queries/revocations.ts';
import { readStudios, type StudioDesignation, type StudioRecord } from '../../../db/queries/studios.ts';
import { type Article, article } from '../../../policy/article.ts';
import { partsOf } from '../../../policy/plain-date.ts';
import { Refusal } from '../../../policy/refusal.ts';
import { documentKinds } from '../../../templates/document-kinds.ts';
import type { Context } from '../../context.ts';
import { readDocumentSettings } from '../document-settings.ts';
import type { DocumentSource, YearSources } from '../document-source.ts';

/**
 * 牌匾制作清单 and 牌匾文字小样: the plaques for the studios this seat named in a year. The list keeps those of ended titles, whose plaques are to
 * come back; none of them is cut again. 第十一条第三项, 第十二条第五项.
 */
export function plaqueSources(kind: 'plaque-list' | 'plaque-face'): YearSources {
  return {
    scope: 'year',
    article: article(12, 5),
    documents: (_db, year, only, context) => [{ name: `${year}年度`, source: (tx) => sourceOf(tx, kind, year, only, context) }],
  };
}

function sourceOf(
  tx: Transaction,
  kind: 'plaque-list' | 'plaque-face',
  year: number,
  only: readonly string[] | undefined,
  { seat, today }: Context,
): DocumentSource {
  const place: Article = seat.kind === 'leading-group-office' ? article(12, 5) : article(11, 3);
  const titled = readStudios(tx, only).flatMap((studio) =>
    studio.designations
      .filter(({ departmentId, namedOn, endedOn }) => {
        const named = departmentId === seat.id && partsOf(namedOn).year === year && namedOn <= today;
        return named && (endedOn === null || kind === 'plaque-list');
      })
      .map((title) => ({ studio, title })),
  );
  if (titled.length === 0) {
    const act = seat.kind === 'leading-group-office' ? '命名授牌' : '命名';
    throw new Refusal(
      `无法生成《${documentKinds[kind].title}》：${seat.name}在 ${year} 年没有命名工作室。请核对年度，或先办理${act}。`,
      place,
    );
  }
  const returns = returnsOf(tx);
  const input = {
    period: `${year}年度`,
    department: departmentsOn(tx, today).find(({ id }) => id === seat.id)?.officialName,
    size: readDocumentSettings(tx, seat).plaqueSize,
    studios: titled.map(({ studio, title }) => ({
      ...plaqueOf(tx, studio, title),
      ...(kind === 'plaque-list' ? { returned: returns.get(title.id) } : {}),
    })),
    printedOn: today,
  };
  return { input, number: null, subjectId: null, issuedOn: today };
}

/** District plaques bear the words of the Measures, 武昌区名师工作室; those of a system name the system. */
function plaqueOf(db: ReadableDatabase, studio: StudioRecord, { level, departmentId, namedOn }: StudioDesignation) {
  return {
    name: studio.name,
    lead: studio.people.find(({ role }) => role === 'lead')?.name,
    honour: level === 'district' ? '武昌区名师工作室' : `武昌区${studio.sector.name}系统名师工作室`,
    body: departmentsOn(db, namedOn).find(({ id }) => id === departmentId)?.officialName,
    namedOn,
  };
}

interface PlaqueReturn {
  readonly on: string;
  readonly receivedBy: string | null;
}

/** Plaques of revoked titles that were handed back, by title. */
function returnsOf(db: ReadableDatabase): ReadonlyMap<string, PlaqueReturn> {
  return new Map(
    readRevocations(db).flatMap(({ designationId, plaqueReturnedOn, plaqueReceivedBy }) =>
      plaqueReturnedOn === null ? [] : [[designationId, { on: plaqueReturnedOn, receivedBy: plaqueReceivedBy }] as const],
    ),
  );
}

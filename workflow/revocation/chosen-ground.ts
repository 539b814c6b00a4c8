import type { Article } from '../../policy/article.ts';
import { Refusal } from '../../policy/refusal.ts';
import { among, optional, textField } from '../field.ts';
import type { FoundGround } from './found-grounds.ts';

/** Asks for the ground of a revocation; answered by the record itself where there is only one. */
export const groundField = optional(
  among(
    'grounds',
    textField(
      '撤销依据',
      'periodic（周期性考核不合格）、rectification（逾期整改不到位）、case-编号（问题线索）、follow（随另一级称号）；只有一项的不填',
    ),
  ),
);

function listed(grounds: readonly FoundGround[]): string {
  return grounds.map(({ reason }) => reason).join('、');
}

/** The ground people chose, or the only one there is. Refuses when there is none, and when there are several and nobody chose. */
export function chosenGround(
  grounds: readonly FoundGround[],
  wanted: string | undefined,
  studio: string,
  act: string,
  place: Article,
): FoundGround {
  const [only] = grounds;
  if (only === undefined) {
    throw new Refusal(
      `无法${act}：「${studio}」没有可以据以撤销的记录。须有不合格的周期性考核、未到位的整改，或查实的问题线索，请先登记。`,
      place,
    );
  }
  if (wanted === undefined) {
    if (grounds.length === 1) return only;
    throw new Refusal(`无法${act}：「${studio}」有多项记录，请在「撤销依据」写明是哪一项：${listed(grounds)}。`, place);
  }
  const chosen = grounds.find(({ key }) => key === wanted);
  if (chosen !== undefined) return chosen;
  throw new Refusal(`无法${act}：「${studio}」没有「${wanted}」这项依据。可填的有 ${listed(grounds)}。`, place);
}

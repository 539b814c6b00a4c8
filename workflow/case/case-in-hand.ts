import type { MisconductCase } from '../../db/queries/cases.ts';
import type { StudioRecord } from '../../db/queries/studios.ts';
import type { Article } from '../../policy/article.ts';
import { Refusal } from '../../policy/refusal.ts';
import { among, numberField, optional } from '../field.ts';

/** Asks which case; answered by the record itself where only one comes into question. */
export const caseField = optional(among('cases', numberField('线索编号', '只有一件的不填')));

/** The case people named, or the only one that comes into question. Refuses none, several, and one that is not there. */
export function caseInHand(
  cases: readonly MisconductCase[],
  wanted: number | undefined,
  { name }: StudioRecord,
  act: string,
  place: Article,
): MisconductCase {
  const [only] = cases;
  if (only === undefined) throw new Refusal(`无法${act}：「${name}」没有可以办理的问题线索。请核对线索的记录。`, place);
  const numbers = cases.map(({ sequence }) => sequence).join('、');
  if (wanted === undefined) {
    if (cases.length === 1) return only;
    throw new Refusal(`无法${act}：「${name}」有线索 ${numbers}，请在「线索编号」写明是哪一件。`, place);
  }
  const chosen = cases.find(({ sequence }) => sequence === wanted);
  if (chosen !== undefined) return chosen;
  throw new Refusal(`无法${act}：「${name}」没有可以办理的线索 ${wanted}，请改填可以办理的 ${numbers}。`, place);
}

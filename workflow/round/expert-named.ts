import type { ReadableDatabase } from '../../db/database.ts';
import { type RoundExpert, readExperts } from '../../db/queries/district-rounds.ts';
import type { Article } from '../../policy/article.ts';
import { Refusal } from '../../policy/refusal.ts';
import type { CurrentRound } from './current-round.ts';

/** The expert of a name. Refuses one who was not registered for the round, naming those who were. */
export function expertNamed(db: ReadableDatabase, { round }: CurrentRound, name: string, act: string, place: Article): RoundExpert {
  const experts = readExperts(db, round.id);
  const expert = experts.find((candidate) => candidate.name === name);
  if (expert !== undefined) return expert;
  const known = experts.length === 0 ? '还没有登记专家' : `已登记的有${experts.map((each) => each.name).join('、')}`;
  throw new Refusal(`无法${act}：${round.year} 年的专家中没有「${name}」，${known}。请先登记专家，或核对姓名。`, place);
}

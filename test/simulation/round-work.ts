import type { RoundView } from '../../workflow/contract/round.ts';
import type { StudioRow } from '../../workflow/contract/studio.ts';
import type { Dice } from '../workflow/model/dice.ts';
import type { Clerk } from './clerk.ts';
import { expertScores } from './paper-work.ts';
import type { Post } from './post.ts';
import type { District, Seat } from './seats.ts';

interface Setting {
  readonly district: District;
  readonly post: Post;
  readonly dice: Dice;
  readonly clerkOf: (seat: Seat) => Clerk;
}

const experts = ['钟离恒', '沈青', '孟岩'] as const;

async function studiosOf({ workflow }: Seat): Promise<ReadonlyMap<string, StudioRow>> {
  return new Map((await workflow.listStudios({})).map((studio) => [studio.id, studio]));
}

/** What the district round asks of every desk beyond its list of duties, from July to the end of the year. 第十二条. */
export async function roundWork(setting: Setting): Promise<void> {
  const { district, clerkOf, dice } = setting;
  const month = Number(district.today().slice(5, 7));
  if (month < 7) return;
  const year = Number(district.today().slice(0, 4));
  const { hr, bureaus } = district;
  if ((await hr.workflow.showRound({ year })) === null) {
    if (month > 9 || !(await clerkOf(hr).attempt('open-round'))) return;
    await clerkOf(hr).attempt('set-round-criteria', undefined, { title: { 1: '示范引领', 2: '人才培养' }, points: { 1: 60, 2: 40 } });
    for (const name of experts)
      await clerkOf(hr).attempt('register-expert', undefined, { name, employer: '市教育科学研究院', declared: '是' });
    await tell(setting, hr, year);
    return;
  }
  if (month <= 9) for (const bureau of bureaus) if (dice.percent(85)) await bureauWork(setting, bureau, year);
  if (dice.percent(90)) await hrWork(setting, year);
  if (dice.percent(90)) await officeWork(setting, year);
}

/** Sends what has become of the round to everybody who is told. */
async function tell({ district, post }: Setting, from: Seat, year: number): Promise<void> {
  const { seats, hr, office } = district;
  for (const to of seats) {
    if (to === from || (from !== hr && from !== office)) continue;
    await post.send(from, to, { kind: 'round-result', year, to: to.name });
  }
}

/** A bureau's studios apply, and it recommends. */
async function bureauWork({ district, post, dice, clerkOf }: Setting, bureau: Seat, year: number): Promise<void> {
  const round = await bureau.workflow.showRound({ year });
  if (round === null) return;
  const studios = await studiosOf(bureau);
  const clerk = clerkOf(bureau);
  if (round.entries.length < 3) {
    for (const { studioId } of byName(round.mayApply, ({ studio }) => studio).slice(0, 2)) {
      await clerk.attempt('apply-to-round', studios.get(studioId), { unitAgreed: '是', unitOpinion: '同意' });
    }
  }
  const ranks = [1, 2].filter((rank) => !round.entries.some(({ recommendation }) => recommendation?.rank === rank));
  const waiting = byName(round.entries, ({ studio }) => studio).filter(
    ({ recommendation, endedOn }) => recommendation === null && endedOn === null,
  );
  for (const [index, { studioId }] of waiting.entries()) {
    const rank = ranks[index];
    if (rank !== undefined) await clerk.attempt('recommend', studios.get(studioId), { rank, reason: '业绩突出' });
  }
  if (dice.percent(50)) await post.send(bureau, district.hr, { kind: 'recommendation', year });
}

/** The HR bureau inspects, has the experts score, and shortlists. */
async function hrWork(setting: Setting, year: number): Promise<void> {
  const { district, dice, clerkOf } = setting;
  const { hr } = district;
  const round = await hr.workflow.showRound({ year });
  if (round === null) return;
  const studios = await studiosOf(hr);
  const clerk = clerkOf(hr);
  // Most experts hand in a sheet; the others tell the clerk.
  if (round.entries.some(({ step }) => step === 'inspected') && dice.percent(70))
    for (const expert of experts) if (dice.percent(80)) await expertScores(setting, hr, expert);
  for (const { studioId, step, scores, endedOn, recommendation } of byName(round.entries, ({ studio }) => studio)) {
    if (endedOn !== null || recommendation === null) continue;
    const studio = studios.get(studioId);
    if (step === 'recommended') await clerk.attempt('inspect-candidate', studio);
    for (const { expert, total, conflict } of scores) {
      if (total !== null || conflict !== null || step === 'recommended' || !dice.percent(60)) continue;
      if (dice.percent(3)) await clerk.attempt('declare-conflict', studio, { expert, reason: '曾为同事' });
      else await clerk.attempt('record-expert-scores', studio, { expert, score: { 1: 40 + dice.below(21), 2: 20 + dice.below(21) } });
    }
  }
  await shortlist(setting, year);
  await tell(setting, hr, year);
}

/** The best of the ranking go on the shortlist; where they tie a person decides. */
async function shortlist({ district, clerkOf }: Setting, year: number): Promise<void> {
  const { hr } = district;
  const round = await hr.workflow.showRound({ year });
  if (round === null || round.pending !== null || round.shortlisted > 0) return;
  const clerk = clerkOf(hr);
  if (round.tie !== null && round.tie.decided === null) {
    const chosen = round.tie.studios.toSorted().slice(0, round.tie.places).join('、');
    await clerk.attempt('settle-tie', undefined, { chosen, decidedBy: '局长办公会', reason: '兼顾行业' });
  }
  const studios = await studiosOf(hr);
  const places = (await hr.workflow.showRound({ year }))?.ranking ?? [];
  for (const name of places.flatMap(({ studios: names }) => names.toSorted())) {
    const id = round.entries.find(({ studio }) => studio === name)?.studioId ?? '';
    await clerk.attempt('shortlist', studios.get(id), {});
  }
}

/** Once in a while somebody objects while the notice hangs. */
async function officeWork(setting: Setting, year: number): Promise<void> {
  const { district, dice, clerkOf } = setting;
  const { office } = district;
  const round: RoundView | null = await office.workflow.showRound({ year });
  if (round === null) return;
  const studios = await studiosOf(office);
  for (const { studioId, notice, award } of byName(round.entries, ({ studio }) => studio)) {
    if (notice === null || award !== null || !dice.percent(20)) continue;
    await clerkOf(office).attempt('register-objection', studios.get(studioId));
  }
  await tell(setting, office, year);
}

function byName<Item>(items: readonly Item[], nameOf: (item: Item) => string): readonly Item[] {
  return items.toSorted((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
}

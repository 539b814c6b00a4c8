import { writeFileSync } from 'node:fs';
import { addDays, type PlainDate, plainDate } from '../../policy/plain-date.ts';
import { requireNone, violationsOf } from '../workflow/invariants/invariant.ts';
import { afterEachAct, atTheEnd } from '../workflow/invariants/invariants.ts';
import { type Dice, diceFrom } from '../workflow/model/dice.ts';
import { disagreements, namesOfStudio, sharedFacts } from './agreement.ts';
import { type Clerk, clerkAt } from './clerk.ts';
import { applicationList } from './host-units.ts';
import { studioReports, unitBooks } from './paper-work.ts';
import { type NewPerson, registryOfPeople } from './people.ts';
import { type Asked, openPost, type Post } from './post.ts';
import { roundWork } from './round-work.ts';
import { type District, openDistrict, type Seat } from './seats.ts';
import { newTally, type Tally } from './tally.ts';

const firstDay = '2026-03-02';
const lastDay = plainDate('2029-03-01');

/** What came of a simulation. */
export interface Outcome {
  readonly tally: Tally;
  /** Studios that applied to the five bureaus. */
  readonly studios: number;
  /** Facts that several desks had, and agreed on. */
  readonly agreed: number;
}

interface Setting {
  readonly district: District;
  readonly post: Post;
  readonly dice: Dice;
  readonly newPerson: NewPerson;
  readonly clerkOf: (seat: Seat) => Clerk;
}

/** Three years of seven desks with nothing but files between them, the same again from the same seed. Throws where an invariant breaks or the desks disagree and no file says so, and leaves the data folders to be looked at. */
export async function simulate(seed: number): Promise<Outcome> {
  const dice = diceFrom(seed);
  const tally = newTally();
  const district = await openDistrict(firstDay);
  try {
    const post = openPost(district, dice, tally);
    const newPerson = registryOfPeople(dice);
    const clerkOf = (seat: Seat): Clerk => clerkAt(seat, district, dice, newPerson, tally);
    const setting: Setting = { district, post, dice, newPerson, clerkOf };
    await threeYears(setting);
    const seen = await settleUp(setting);
    for (const { db } of district.seats) requireNone(violationsOf(db, [...afterEachAct, ...atTheEnd]));
    const different = disagreements(district);
    const silent = different.filter(({ leadIdNumber }) => !namesOfStudio(district, leadIdNumber).some((name) => seen.has(name)));
    requireNone(silent.map(({ sides }) => sides));
    tally.toldDisagreements = different.length;
    const studios = await Promise.all(district.bureaus.map(({ workflow }) => workflow.listStudios({})));
    const outcome = { tally, studios: studios.flat().length, agreed: sharedFacts(district) };
    district.close();
    district.remove();
    return outcome;
  } catch (error) {
    district.close();
    // What went wrong is looked at in the registers and files as they are.
    throw new Error(`seed ${seed}, on ${district.today()}; the desks lie in ${district.folder}`, { cause: error });
  }
}

async function threeYears(setting: Setting): Promise<void> {
  const { district, post, dice, newPerson, clerkOf } = setting;
  const names = new Set<string>();
  const heard = new Set<string>();
  let month = '';
  while (district.today() < lastDay) {
    district.moveTo(addDays(district.today(), 12 + dice.below(10)));
    const monthBegins = month !== district.today().slice(0, 7);
    month = district.today().slice(0, 7);
    for (const seat of district.seats) {
      if (monthBegins && seat.kind === 'sector-bureau' && ['03', '06', '10'].includes(month.slice(5))) {
        const path = district.newPath(seat);
        const rows = 4 + dice.below(4);
        writeFileSync(path, await applicationList({ sector: seat.sector, rows, today: district.today() }, dice, newPerson, names));
        post.drop(seat, path);
      }
      if (!dice.percent(85)) continue;
      await post.open(seat);
      await clerkOf(seat).workOff();
      if (seat !== district.office) await lifeHappens(seat, setting);
      await hearsAnnouncements(seat, heard, setting);
    }
    await roundWork(setting);
    if (monthBegins) await monthlyFiles(setting);
  }
}

/** What no duty announces. */
async function lifeHappens(seat: Seat, setting: Setting): Promise<void> {
  const { dice, clerkOf } = setting;
  if (!dice.percent(35)) return;
  // 第十五条, 第十六条: a bureau registers what happens to its studios, the HR bureau what happens to those of the district.
  const titled = await seat.workflow.listStudios({ levels: [seat.kind === 'hr-bureau' ? 'district' : 'in-system'] });
  if (titled.length === 0) return;
  const studio = dice.oneOf(titled.toSorted((a, b) => (a.name < b.name ? -1 : 1)));
  const act = (command: string) => () => clerkOf(seat).attempt(command, studio);
  const happens = dice.oneOf([
    act('record-expense'),
    () => unitBooks(setting, seat, studio),
    () => unitBooks(setting, seat, studio),
    () => studioReports(setting, seat, studio),
    () => studioReports(setting, seat, studio),
    act('change-members'),
    act('rename-studio'),
    act('change-lead'),
    act('open-case'),
    act('lead-retires'),
    act('end-without-fault'),
  ]);
  await happens();
}

/** What the desks send each other every month. */
async function monthlyFiles({ district, post, dice, clerkOf }: Setting): Promise<void> {
  const year = yearOf(district.today());
  for (const bureau of district.bureaus) {
    // Most clerks enter what they send before they send it.
    for (const studio of dice.percent(90) ? await bureau.workflow.listStudios({ statuses: ['named'] }) : [])
      await clerkOf(bureau).attempt('file', studio);
  }
  // A round is told of from July to the March after; results go up and down every other month.
  const month = Number(district.today().slice(5, 7));
  for (const [from, to, asked] of correspondence(district, year)) {
    const isRound = asked.kind === 'round-result';
    if (isRound ? month > 3 && month < 7 : asked.kind.startsWith('assessment') && month % 2 === 0) continue;
    await post.send(from, to, isRound && month <= 3 ? { ...asked, year: year - 1 } : asked);
  }
}

/** Every workbook of a year that one desk sends another on its own, the recommendations of the season aside. */
function correspondence({ bureaus, hr, office }: District, year: number): readonly (readonly [from: Seat, to: Seat, asked: Asked])[] {
  const upward = (from: Seat, to: Seat, kind: string) => [from, to, { kind, year }] as const;
  const downward = (from: Seat, to: Seat, kind: string) => [from, to, { kind, year, to: to.name }] as const;
  return [
    ...bureaus.map((bureau) => upward(bureau, hr, 'filing')),
    ...bureaus.map((bureau) => upward(bureau, hr, 'assessment-approval')),
    upward(hr, office, 'assessment-approval'),
    downward(office, hr, 'assessment-decision'),
    ...bureaus.flatMap((bureau) => [downward(hr, bureau, 'filing-receipt'), downward(hr, bureau, 'assessment-decision')]),
    downward(office, hr, 'round-result'),
    ...[office, ...bureaus].map((to) => downward(hr, to, 'round-result')),
    ...bureaus.map((bureau) => downward(office, bureau, 'round-result')),
  ];
}

/** What the whole district is told on paper, and every desk enters when it comes to it. */
const announcements = [
  {
    from: '2027-05-10',
    command: 'change-departments',
    answers: {
      kind: 'rename',
      department: '区文体旅广局',
      from: '2027-06-01',
      name: '区文化和旅游局',
      officialName: '武汉市武昌区文化和旅游局',
      prefix: '武昌文旅名',
    },
  },
  {
    from: '2027-10-15',
    command: 'add-measures',
    answers: {
      set: {
        id: 'wuchang-2028-01-01',
        title: '名师工作室建设管理办法（修订）',
        documentNumber: '武昌才办〔2027〕9号',
        effectiveFrom: '2028-01-01',
        values: { rectificationDays: { value: 45, source: { article: 19, paragraph: 2 } } },
      },
    },
  },
] as const;

async function hearsAnnouncements(seat: Seat, heard: Set<string>, { district, clerkOf }: Setting): Promise<void> {
  for (const { from, command, answers } of announcements) {
    const key = `${seat.name} ${command}`;
    if (district.today() < from || heard.has(key)) continue;
    if (await clerkOf(seat).attempt(command, undefined, answers)) heard.add(key);
  }
}

/** At the end every desk sends what it has, nothing is lost on the way, and all of it is opened. Answers the studios whose files are still in conflict with a register. */
async function settleUp({ district, post }: Setting): Promise<ReadonlySet<string>> {
  for (let times = 0; times < 3; times += 1) {
    post.conflicts();
    district.moveTo(addDays(district.today(), 100));
    for (const seat of district.seats) await post.open(seat);
    for (let year = yearOf(plainDate(firstDay)); year <= yearOf(district.today()); year += 1) {
      for (const [from, to, asked] of correspondence(district, year)) {
        await post.send(from, to, asked, true);
        await post.open(to);
      }
    }
  }
  return post.conflicts();
}

function yearOf(day: PlainDate): number {
  return Number(day.slice(0, 4));
}

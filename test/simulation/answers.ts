import type { StudioDetail, StudioRow } from '../../workflow/contract/studio.ts';
import type { Dice } from '../workflow/model/dice.ts';
import type { NewPerson } from './people.ts';

/** What somebody has in hand who does an act. */
export interface Matter {
  readonly dice: Dice;
  readonly today: string;
  readonly newPerson: NewPerson;
  readonly studio: StudioRow | undefined;
  /** The page of the studio. */
  readonly page: () => Promise<StudioDetail>;
}

type Answers = Readonly<Record<string, unknown>>;

/** A share of each task's yearly target, as it comes out at the end of a year. */
async function assessed({ dice, page }: Matter): Promise<Answers> {
  const { letters } = await page();
  const share = dice.oneOf([1, 1, 1, 1.2, 1.3, 0.4]);
  const grade = share < 1 ? 'unqualified' : dice.oneOf(['qualified', 'qualified', 'excellent']);
  const actual = Object.fromEntries(
    (letters.at(-1)?.tasks ?? []).map(({ code, yearlyTarget }) => [code, Math.round(yearlyTarget * share)]),
  );
  return { assessors: '林清源、何思齐', grade, actual, opinion: '以现场查验和佐证材料为准' };
}

async function problems({ page }: Matter): Promise<readonly string[]> {
  const { rectifications } = await page();
  return rectifications.at(-1)?.problems.map(({ code }) => code) ?? [];
}

/** What a practised clerk answers, by act; nothing for the acts that ask for nothing. */
const practised: Readonly<Record<string, (matter: Matter) => Answers | Promise<Answers>>> = {
  accept: () => ({ reason: '专业特别突出', approver: '局党组会议' }),
  return: () => ({ reason: '材料与条件不符，请补正后重新申报' }),
  inspect: ({ dice }) => ({
    inspectors: '林清源、何思齐',
    result: dice.percent(93) ? 'pass' : 'fail',
    opinion: '实地查看',
    verified: '是',
  }),
  decide: ({ dice, today }) => ({
    minutes: `党纪〔${today.slice(0, 4)}〕${1 + dice.below(40)}号`,
    decision: dice.percent(93) ? 'approve' : 'reject',
    opinion: '同意考察组意见',
  }),
  'acknowledge-filing': () => ({}),
  'return-filing': () => ({ reason: '缺命名文件原件，请补报' }),
  'open-fund-account': () => ({ name: '名师工作室专账' }),
  'record-income': ({ dice, today }) => ({
    source: 'host-unit',
    amount: 30_000 + dice.below(50_000),
    voucher: `收-${today}`,
    summary: '单位安排经费',
  }),
  'record-expense': ({ dice, today, studio }) => ({
    category: 'construction',
    amount: 5000 + dice.below(60_000),
    voucher: `付-${today}-${dice.below(1000)}`,
    summary: '教研室改造',
    payee: '宏图装饰公司',
    handler: '何思齐',
    signedBy: studio?.lead?.name ?? '',
    signedOn: today,
    checkedBy: '财务室',
  }),
  'record-process-assessment': assessed,
  'record-periodic-assessment': assessed,
  'record-rectification-report': async (matter) => ({
    reporter: '领办人',
    result: Object.fromEntries((await problems(matter)).map((code) => [code, '已补足并附佐证'])),
  }),
  async 'record-reinspection'(matter) {
    const passed = matter.dice.percent(70);
    const remaining = Object.fromEntries((await problems(matter)).map((code) => [code, '仍未达到目标值']));
    return { inspectors: '林清源', ...(passed ? { result: 'passed', excuse: '已提前说明' } : { result: 'failed', remaining }) };
  },
  'approve-periodic-result': ({ dice }) =>
    dice.percent(88) ? { decision: 'approved' } : { decision: 'returned', opinion: '请核实培训人次' },
  reward: () => ({ content: '通报表扬' }),
  revoke: ({ today }) => ({ minutes: `会议纪要〔${today.slice(0, 4)}〕5号` }),
  'keep-title': () => ({ reason: '系统内工作正常，予以保留' }),
  'take-back-plaque': () => ({ receivedBy: '何思齐' }),
  'reclaim-grant': ({ today }) => ({ voucher: `收回-${today}` }),
  'return-funds': ({ today }) => ({ source: 'host-unit', voucher: `退-${today}`, summary: '称号终止，退回结余', amount: 1000 }),
  'issue-circular': ({ studio }) => ({ people: studio?.lead?.name ?? '' }),
  'open-case': () => ({ kind: 'fraud', how: '群众来信', facts: '论文系他人作品' }),
  'verify-case': ({ dice }) => ({ by: '区纪委监委', holds: dice.percent(60) ? '是' : '否', findings: '经查证', evidence: '期刊社复函' }),
  'settle-objection': ({ dice }) => ({ outcome: dice.percent(80) ? 'unfounded' : 'upheld', finding: '经调查核实' }),
  'register-objection': () => ({ objector: '市民来信', content: '成果署名有争议' }),
  'approve-shortlist': ({ today }) => ({ minutes: `人才办纪〔${today.slice(0, 4)}〕3号` }),
  'decide-grant': ({ dice }) => ({ nature: 'public-benefit', amount: 50_000 + dice.below(6) * 5000 }),
  'pay-grant': ({ today }) => ({ voucher: `拨-${today}`, amount: 20_000 }),
  'make-yearly-plan': ({ today }) => ({ content: `${today.slice(0, 4)} 年评选、考核安排` }),
  'supervise-mid-year': () => ({ content: '抽查进度' }),
  'review-year-end': () => ({ content: '汇总考核' }),
  'inspect-candidate': ({ dice }) => ({ inspectors: '林清源', result: dice.percent(92) ? 'pass' : 'fail' }),
  'rename-studio': ({ studio }) => ({ name: `${studio?.name.replace(/名师工作室$/, '') ?? ''}创新名师工作室`, reason: '专业方向调整' }),
  'change-lead': ({ newPerson, studio }) => {
    const { name, sex, birthDate, idNumber } = newPerson({ from: '1975-01-01', days: 365 * 12 });
    return {
      name,
      sex: sex === '男' ? 'male' : 'female',
      birthDate,
      idNumber,
      reason: '原领办人调离',
      unitOpinion: '同意',
      confirmation: '区人力资源局何思齐',
      verified: '是',
      honour: '武汉市学科带头人',
      honourKind: 'discipline-leader',
      honourLevel: 'municipal',
      honourYear: 2019,
      studioName: studio?.name.replace(studio.lead?.name ?? '', name) ?? '',
    };
  },
  'lead-retires': () => ({ evidence: '退休证', unitOpinion: '情况属实' }),
  'change-members': ({ dice }) => ({
    reason: '增补力量',
    joining: dice.oneOf(['岑默', '路遥知', '温如玉']),
    sex: 'female',
    birthDate: '1990-02-28',
    verifiedBy: '何思齐',
  }),
  'end-without-fault': () => ({ reason: '单位撤并', unitOpinion: '同意', settlement: '经费已结清' }),
  'draw-up-letter': () => ({}),
};

/** The answers to an act. */
export async function answersTo(command: string, matter: Matter): Promise<Answers> {
  return (await practised[command]?.(matter)) ?? {};
}

import { plainDate } from '../../policy/plain-date.ts';
import type { DocumentInput } from '../../templates/document-kinds.ts';
import { awardListOf } from './samples.ts';

type RevocationDecision = DocumentInput<'revocation-decision'>;
type Steps = RevocationDecision['studios'][number]['steps'];

const measures = { title: '武昌区名师工作室建设管理办法', documentNumber: '武昌人才办〔2014〕2号' };
const education = '武汉市武昌区教育局';
const office = '中共武汉市武昌区委人才工作领导小组办公室';

const rectification: Steps = [
  { kind: 'process', on: plainDate('2027-09-10'), by: education },
  { kind: 'notice', on: plainDate('2027-09-20'), by: education, detail: '武昌教名〔2027〕3号' },
  { kind: 'deadline', on: plainDate('2027-10-20'), by: education },
  { kind: 'failed', on: plainDate('2027-10-25'), by: education, detail: '培训仍差120人次，第二项课题未立项' },
];

const overdue: Steps = [...rectification.slice(0, 2), { kind: 'overdue', on: plainDate('2027-10-20'), by: education }];

const periodic: Steps = [
  { kind: 'periodic', on: plainDate('2028-08-10'), by: '区人力资源局' },
  { kind: 'approved', on: plainDate('2028-08-20'), by: office },
];

const misconduct: Steps = [
  { kind: 'fraud', on: plainDate('2027-11-02'), by: '区人力资源局', detail: '审计' },
  { kind: 'heard', on: plainDate('2027-11-20'), by: '区人力资源局核查组' },
  {
    kind: 'verified',
    on: plainDate('2027-11-20'),
    by: '区人力资源局核查组',
    detail: '两期培训的签到表由他人代签，涉及87人次，相关经费凭证与实际不符',
  },
];

/** A bureau's decision on one studio whose rectification failed. */
export const revocation: RevocationDecision = {
  number: '武昌教发〔2027〕18号',
  level: 'in-system',
  measures,
  department: education,
  minutes: '2027年第11次局党组会议纪要',
  studios: [
    {
      name: '尉迟川小学数学名师工作室',
      lead: '尉迟川',
      hostUnit: '武汉市武昌区示范路小学',
      namingDocument: '武昌教发〔2026〕12号',
      steps: rectification,
    },
  ],
  handBackBy: plainDate('2027-11-16'),
  reclaimedBy: education,
  issuedOn: plainDate('2027-11-01'),
  imprint: {
    copyTo: ['区委人才工作领导小组办公室', '区人力资源局'],
    printer: '武汉市武昌区教育局办公室',
    printedOn: plainDate('2027-11-01'),
  },
};

/** The office's decision on a district title, for a case, with money. */
export const districtRevocation: RevocationDecision = {
  ...revocation,
  number: '武昌人才办〔2027〕9号',
  level: 'district',
  department: office,
  minutes: '2027年12月1日主任办公会议',
  studios: revocation.studios.map((studio) => ({
    ...studio,
    namingDocument: '武昌人才办〔2026〕15号',
    steps: misconduct,
    reclaim: 6_000_050,
    otherDecidedBy: '区教育局',
  })),
  handBackBy: plainDate('2027-12-20'),
  reclaimedBy: '区人力资源局',
  issuedOn: plainDate('2027-12-05'),
  imprint: { copyTo: ['区人力资源局', '区教育局'], printer: `${office}综合科`, printedOn: plainDate('2027-12-06') },
};

/** One decision on so many studios, on every ground in turn. */
export function revocationOf(studioCount: number): RevocationDecision {
  const byHumanResources = (steps: Steps): Steps => steps.map((step) => ({ ...step, by: '区人力资源局' }));
  const grounds = [byHumanResources(rectification), periodic, byHumanResources(overdue), misconduct];
  return {
    ...districtRevocation,
    number: '武昌人才办〔2028〕11号',
    minutes: '2028年12月1日主任办公会议',
    handBackBy: plainDate('2028-12-20'),
    issuedOn: plainDate('2028-12-05'),
    imprint: { ...districtRevocation.imprint, printedOn: plainDate('2028-12-06') },
    studios: awardListOf(studioCount).studios.map(({ name, lead }, index) => ({
      name,
      lead,
      hostUnit: `武汉市武昌区示范路第${index + 1}小学`,
      namingDocument: '武昌人才办〔2026〕15号',
      steps: grounds[index % grounds.length] ?? periodic,
      ...(index % 2 === 0 ? { reclaim: 5_000_000 } : {}),
      ...(index === 1 ? { reason: '建设周期内培训总量不足承诺数的一半' } : {}),
      otherDecidedBy: '区教育局',
    })),
  };
}

/** What the HR bureau asks back after a district title was revoked: two payments in the cycle, part of them back already. */
export const reclaim: DocumentInput<'reclaim-notice'> = {
  studio: '尉迟川小学数学名师工作室',
  number: '武昌人资〔2027〕31号',
  level: 'district',
  measures,
  department: '武汉市武昌区人力资源局',
  hostUnit: '武汉市武昌区示范路小学',
  revocation: { number: '武昌人才办〔2027〕9号', decidedOn: plainDate('2027-12-05'), by: '区委人才工作领导小组办公室' },
  article: '第二十条',
  paid: [
    { on: plainDate('2026-11-20'), amount: 5_000_000 },
    { on: plainDate('2027-03-15'), amount: 1_000_050 },
  ],
  decided: 6_000_050,
  returned: [{ on: plainDate('2027-12-06'), amount: 1_000_000 }],
  account: { holder: '武汉市武昌区人力资源局', bank: '中国建设银行武昌示范路支行', number: '4200 1000 0000 0000 001' },
  deadline: plainDate('2027-12-23'),
  issuedOn: plainDate('2027-12-08'),
  contact: { name: '何思齐', phone: '027-00000000' },
};

/** What a bureau asks back of its own money: nothing by default, so that the decision gave a reason. */
export const inSystemReclaim: DocumentInput<'reclaim-notice'> = {
  ...reclaim,
  number: '武昌教名〔2027〕19号',
  level: 'in-system',
  department: education,
  revocation: { number: '武昌教发〔2027〕18号', decidedOn: plainDate('2027-12-05'), by: education },
  article: '第十九条第二款',
  paid: undefined,
  returned: undefined,
  decided: 2_000_000,
  reason: '收回尚未使用的专项经费',
};

/** With so many payments, one of which had come back before. */
export function reclaimOf(payments: number): DocumentInput<'reclaim-notice'> {
  const paid = Array.from({ length: payments }, (_, index) => ({
    on: plainDate(`2027-${String((index % 12) + 1).padStart(2, '0')}-15`),
    amount: 500_000,
  }));
  return { ...reclaim, paid, reclaimedBefore: 500_000, decided: (payments - 1) * 500_000 };
}

/** A circular that criticises so many people. */
export function circularOf(people: number): DocumentInput<'criticism-circular'> {
  return {
    studio: '尉迟川小学数学名师工作室',
    number: '武昌人才办〔2027〕10号',
    level: 'district',
    kind: 'fraud',
    measures,
    department: office,
    addressees: ['区人力资源局', '各行业主管部门', '各名师工作室及所在单位'],
    steps: misconduct,
    revocation: { number: '武昌人才办〔2027〕9号', decidedOn: plainDate('2027-12-05') },
    reclaim: 6_000_050,
    lead: '尉迟川',
    people: ['尉迟川', '方予安', '龘頔翀', '丁一', '卜镕', '王堃', '欧阳澄', '司空朗', '凌若水'].slice(0, people),
    ...(people === 1 ? {} : { sanctions: '区教育局给予尉迟川警告处分' }),
    issuedOn: plainDate('2027-12-12'),
    imprint: { copyTo: ['区财政局'], printer: `${office}综合科`, printedOn: plainDate('2027-12-12') },
  };
}

import { measuresOn } from '../../policy/measures.ts';
import { type PlainDate, plainDate } from '../../policy/plain-date.ts';
import { standardTasks } from '../../policy/standard-tasks.ts';
import type { DocumentInput } from '../../templates/document-kinds.ts';

type Letter = DocumentInput<'commitment-letter'>;
type Notice = DocumentInput<'rectification-notice'>;
type AwardList = DocumentInput<'award-list'>;
type NamingDecision = DocumentInput<'naming-decision'>;
type ApprovalRequest = DocumentInput<'approval-request'>;

const measures = { title: '武昌区名师工作室建设管理办法', documentNumber: '武昌人才办〔2014〕2号' };

const tasks: Letter['tasks'] = [
  {
    code: '1-1',
    group: 'demonstration',
    title: '面向全区举办名师示范讲座和展示',
    unit: '次',
    baseline: 1,
    yearlyTarget: 2,
    cycleTarget: 4,
    evidence: '讲座通知、签到表',
    schedule: '每年11月底',
  },
  {
    code: '2-1',
    group: 'training',
    title: '开展专业培训，培养青年教师',
    unit: '人次',
    baseline: 420,
    yearlyTarget: 500,
    cycleTarget: 1000,
    evidence: '培训计划、签到表',
    schedule: '每年12月底',
  },
  {
    code: '3-1',
    group: 'research',
    title: '承担区级以上重点调研课题',
    unit: '项',
    baseline: 1,
    yearlyTarget: 2,
    cycleTarget: 4,
    evidence: '立项、结题证书',
    schedule: '每年12月底',
  },
  {
    code: '3-2',
    group: 'research',
    title: '参加国内外高端培训或者学术活动',
    unit: '次',
    baseline: 0,
    yearlyTarget: 1,
    cycleTarget: 2,
    evidence: '邀请函、结业证书',
    schedule: '每年12月底',
  },
  {
    code: '4-1',
    group: 'theory',
    title: '发表科研文章',
    unit: '篇',
    baseline: 2,
    yearlyTarget: 3,
    cycleTarget: 6,
    evidence: '期刊封面、目录、正文',
    schedule: '周期届满前',
  },
  {
    code: '5-1',
    group: 'innovation',
    title: '完成教学创新成果并推广',
    unit: '项',
    baseline: 0,
    yearlyTarget: 1,
    cycleTarget: 2,
    evidence: '成果鉴定、推广证明',
    schedule: '周期届满前',
  },
];

/** A first letter of an in-system studio with the six tasks of 第九条. */
export const letter: Letter = {
  studio: '尉迟川小学数学名师工作室',
  sector: '教育',
  level: 'in-system',
  number: '武昌教承〔2026〕5号',
  measures,
  department: '武汉市武昌区教育局',
  lead: '尉迟川',
  hostUnit: '武汉市武昌区示范路小学',
  namedOn: plainDate('2026-08-20'),
  namingDocument: '武昌教发〔2026〕12号',
  cycleFrom: plainDate('2026-09-01'),
  cycleTo: plainDate('2028-08-31'),
  tasks,
  hostUnitFunds: 5_000_000,
  purposes: ['工作室基础建设', '教育科研活动', '名师工作津贴', '团队成员和学员奖励', '工作室日常开支'],
  copies: 4,
  signedOn: plainDate('2026-09-01'),
};

/** A letter of a district-level studio that follows another one, with every sum of money. */
export const renewedLetter: Letter = {
  ...letter,
  level: 'district',
  department: '武汉市武昌区人力资源局',
  number: '武昌人才承〔2028〕2号',
  cycleFrom: plainDate('2028-09-01'),
  cycleTo: plainDate('2030-08-31'),
  departmentFunds: 2_000_050,
  districtGrant: 8_000_000,
  copies: 3,
  signedOn: plainDate('2028-09-01'),
  renews: { number: letter.number, cycleFrom: letter.cycleFrom, cycleTo: letter.cycleTo },
};

/** The eight tasks of 第九条 as the program proposes them, in a letter of one page. */
export const briefLetter: Letter = {
  ...letter,
  form: 'brief',
  tasks: standardTasks(measuresOn(letter.signedOn)).map((task) => ({ ...task, baseline: 0, cycleTarget: 2 * task.yearlyTarget })),
};

/** The letter with so many tasks, the six of the first one over and over. */
export function letterOf(taskCount: number): Letter {
  return { ...letter, tasks: Array.from({ length: taskCount }, (_, index) => ({ ...at(tasks, index), code: `${index + 1}` })) };
}

const problems: Notice['problems'] = [
  {
    taskCode: '2-1',
    group: 'training',
    task: '开展专业培训，培养青年教师',
    unit: '人次',
    target: 500,
    actual: 320,
    problem: '培训计划未按季度落实，第二季度未开展集中培训',
    measure: '补办不少于两期集中培训，完善培训签到和考核记录',
  },
  {
    taskCode: '3-1',
    group: 'research',
    task: '承担区级以上重点调研课题',
    unit: '项',
    target: 2,
    actual: 1,
    problem: '课题“小学数学单元整体教学”尚未立项。',
    measure: '完成第二项课题的申报立项，并报送立项通知书。',
  },
];

export const notice: Notice = {
  studio: '尉迟川小学数学名师工作室',
  level: 'in-system',
  number: '武昌教名〔2027〕3号',
  measures,
  department: '武汉市武昌区教育局',
  hostUnit: '武汉市武昌区示范路小学',
  letterNumber: '武昌教承〔2026〕5号',
  assessment: { kind: 'process', assessedOn: plainDate('2027-09-10') },
  problems,
  deadline: plainDate('2027-10-20'),
  issuedOn: plainDate('2027-09-20'),
  contact: { name: '易水寒', phone: '027-00000000' },
};

/** The notice with so many problems, the two of the first one over and over. */
export function noticeOf(problemCount: number): Notice {
  return {
    ...notice,
    problems: Array.from({ length: problemCount }, (_, index) => ({ ...at(problems, index), taskCode: `${index + 1}` })),
  };
}

/** Surnames of two characters, rare given names, and names that only differ late. */
const leads = ['尉迟川', '方予安', '陶景行', '凌若水', '王堃', '闻人语', '司空朗', '欧阳澄', '丁一', '卜镕', '龘頔翀'];

/** A list of so many studios. */
export function awardListOf(studioCount: number): AwardList {
  return {
    period: '2026年度',
    from: plainDate('2026-01-01'),
    to: plainDate('2026-12-31'),
    level: 'in-system',
    department: '武汉市武昌区教育局',
    issuedOn: plainDate('2026-12-30'),
    studios: Array.from({ length: studioCount }, (_, index) => award(at(leads, index), index)),
  };
}

function award(lead: string, index: number): AwardList['studios'][number] {
  return {
    name: `${lead}小学数学名师工作室`,
    lead,
    hostUnit: '武汉市武昌区示范路小学',
    sector: '教育',
    namedOn: dayOf2026(index),
    namingDocument: `武昌教发〔2026〕${index + 1}号`,
  };
}

/** A naming decision of so many studios, each at a host unit of its own. */
export function namingDecisionOf(studioCount: number): NamingDecision {
  return {
    number: '武昌教发〔2026〕12号',
    system: '武昌区教育系统',
    measures,
    department: '武汉市武昌区教育局',
    cycleYears: 2,
    studios: awardListOf(studioCount).studios.map(({ name, lead, sector }, index) => ({
      name,
      lead,
      hostUnit: `武汉市武昌区示范路第${index + 1}小学`,
      sector,
    })),
    issuedOn: plainDate('2026-08-20'),
    imprint: {
      copyTo: ['区委人才工作领导小组办公室', '区人力资源局', '区财政局'],
      printer: '武汉市武昌区教育局办公室',
      printedOn: plainDate('2026-08-21'),
    },
  };
}

/** A request to approve a shortlist of so many out of so many more. */
export function approvalRequestOf(shortlisted: number, reviewed: number): ApprovalRequest {
  const candidates = awardListOf(reviewed).studios.map(({ name, lead, hostUnit }, index) => ({
    name,
    lead,
    hostUnit,
    bureau: '区教育局',
    place: index + 1,
    average: 95 - index * 1.25,
  }));
  return {
    year: 2026,
    number: '武昌人资〔2026〕21号',
    signers: ['易水寒'],
    measures,
    roundNumber: '武昌人资〔2026〕15号',
    openedOn: plainDate('2026-07-20'),
    department: '武汉市武昌区人力资源局',
    superior: '中共武汉市武昌区委人才工作领导小组办公室',
    inspectedOn: plainDate('2026-08-28'),
    recommended: reviewed,
    bureaus: 5,
    experts: 7,
    quota: 5,
    noticeDays: 5,
    shortlisted: candidates.slice(0, shortlisted),
    reviewed: candidates,
    issuedOn: plainDate('2026-09-10'),
    contact: { name: '何思齐', phone: '027-00000000' },
    imprint: { printer: '武汉市武昌区人力资源局办公室', printedOn: plainDate('2026-09-10') },
  };
}

function dayOf2026(index: number): PlainDate {
  return plainDate(`2026-${String((index % 12) + 1).padStart(2, '0')}-20`);
}

/** Going round and round. */
function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new RangeError('an empty list has no items');
  return item;
}

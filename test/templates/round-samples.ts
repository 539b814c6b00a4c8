import { tenThousandYuan, yuan } from '../../policy/money.ts';
import { plainDate } from '../../policy/plain-date.ts';
import type { DocumentInput } from '../../templates/document-kinds.ts';
import { awardListOf } from './samples.ts';

const measures = { title: '武昌区名师工作室建设管理办法', documentNumber: '武昌人才办〔2014〕2号' };
const office = '中共武汉市武昌区委人才工作领导小组办公室';
const contact = { name: '易水寒', phone: '027-00000000' };
const bureaus = ['区教育局', '区卫生健康局', '区文体旅广局', '区总工会', '区民政局'];

/** So many studios of the district round, each with its bureau. */
function studiosOf(count: number) {
  return awardListOf(count).studios.map(({ name, lead, hostUnit }, index) => ({
    name,
    lead,
    hostUnit,
    bureau: bureaus[index % bureaus.length] ?? '',
  }));
}

/** A decision that awards so many plaques. */
export function plaqueDecisionOf(studioCount: number): DocumentInput<'plaque-decision'> {
  return {
    year: 2026,
    number: '武昌人才办〔2026〕9号',
    measures,
    department: office,
    hrBureau: '区人力资源局',
    noticeFrom: plainDate('2026-09-16'),
    noticeTo: plainDate('2026-09-20'),
    objections: 0,
    studios: studiosOf(studioCount),
    issuedOn: plainDate('2026-09-22'),
    imprint: {
      copyTo: ['区委组织部', '区财政局'],
      printer: office,
      printedOn: plainDate('2026-09-22'),
    },
  };
}

/** A notice of so many studios for five calendar days. */
export function publicNoticeOf(studioCount: number): DocumentInput<'public-notice'> {
  return {
    year: 2026,
    number: '武昌人才办〔2026〕7号',
    measures,
    department: office,
    days: 5,
    counting: 'calendar',
    firstDay: plainDate('2026-09-16'),
    lastDay: plainDate('2026-09-20'),
    place: '区政府门户网站、各推荐部门和所在单位公示栏',
    studios: studiosOf(studioCount),
    contact,
    address: '武汉市武昌区示范路1号（430000）',
    issuedOn: plainDate('2026-09-15'),
  };
}

const objections: NonNullable<DocumentInput<'public-notice-report'>['objections']> = [
  {
    studio: '方予安小学数学名师工作室',
    receivedOn: plainDate('2026-09-17'),
    objector: 'named',
    content: '反映领办人不在教学一线岗位',
    finding: '查阅课表、教案和听课记录，领办人每周任课8节，在一线岗位工作',
    outcome: 'unfounded',
    settledOn: plainDate('2026-09-21'),
  },
  {
    studio: '陶景行小学数学名师工作室',
    receivedOn: plainDate('2026-09-18'),
    objector: 'anonymous',
    content: '反映申报课题与立项通知书不符',
    finding: '经向立项单位核实，申报的课题有1项没有立项',
    outcome: 'upheld',
    settledOn: plainDate('2026-09-22'),
  },
];

/** The report on a notice of so many studios with so many objections to them. */
export function publicNoticeReportOf(studioCount: number, objectionCount: number): DocumentInput<'public-notice-report'> {
  return {
    year: 2026,
    number: '武昌人才办〔2026〕8号',
    signers: ['易水寒'],
    measures,
    department: office,
    superior: '中共武汉市武昌区委人才工作领导小组',
    noticeNumber: '武昌人才办〔2026〕7号',
    postedOn: plainDate('2026-09-15'),
    firstDay: plainDate('2026-09-16'),
    lastDay: plainDate('2026-09-20'),
    place: '区政府门户网站、各推荐部门和所在单位公示栏',
    studios: studiosOf(studioCount),
    ...(objectionCount === 0
      ? {}
      : {
          objections: Array.from({ length: objectionCount }, (_, index) => objections[index % 2] ?? objections[0]).filter(
            (each) => each !== undefined,
          ),
        }),
    issuedOn: plainDate('2026-09-22'),
    contact,
    imprint: { copyTo: ['区人力资源局'], printer: office, printedOn: plainDate('2026-09-22') },
  };
}

const hrBureau = '武汉市武昌区人力资源局';

/** A notice of so many grants; every other studio has a market function. */
export function grantNoticeOf(studioCount: number): DocumentInput<'grant-notice'> {
  return {
    year: 2026,
    number: '武昌人资〔2026〕30号',
    measures,
    department: hrBureau,
    studios: studiosOf(studioCount).map(({ bureau: _bureau, ...studio }, index) => ({
      ...studio,
      hostUnit: `武汉市武昌区示范路第${index + 1}小学`,
      nature: index % 2 === 0 ? 'public-benefit' : 'with-market-function',
      amount: index % 2 === 0 ? tenThousandYuan(8) : yuan(35_500.5),
    })),
    purposes: ['工作室基础建设', '教育科研活动', '名师工作津贴', '团队成员和学员奖励资金', '日常开支'],
    issuedOn: plainDate('2026-10-12'),
    contact,
    imprint: { copyTo: ['区委人才工作领导小组办公室', '区财政局'], printer: `${hrBureau}办公室`, printedOn: plainDate('2026-10-12') },
  };
}

/** A letter that recommends so many studios. */
export function recommendationLetterOf(studioCount: number): DocumentInput<'recommendation-letter'> {
  return {
    year: 2026,
    number: '武昌教名〔2026〕15号',
    measures,
    roundNumber: '武昌人资〔2026〕15号',
    department: '武汉市武昌区教育局',
    superior: hrBureau,
    applications: studioCount + 3,
    studios: awardListOf(studioCount).studios.map(({ name, lead, hostUnit, sector, namedOn, namingDocument }, index) => ({
      name,
      sector,
      lead,
      leadTitle: '正高级教师',
      hostUnit,
      members: ['林清源', '陈堃', '何思齐', '沈青'],
      namedOn,
      namingDocument,
      appliedOn: plainDate('2026-08-03'),
      unitAgreedOn: plainDate('2026-08-03'),
      unitOpinion: '情况属实，同意参评',
      rank: studioCount - index,
      reason: '两年来培训青年教师1280人次，承担市级课题2项，形成的单元整体教学成果在全区推广，示范作用突出',
    })),
    issuedOn: plainDate('2026-08-10'),
    contact,
  };
}

/** A report on so many studios named by two documents, and the filing form of each. */
export function filingReportOf(studioCount: number): DocumentInput<'filing-report'> {
  const department = '武汉市武昌区教育局';
  return {
    number: '武昌教名〔2026〕13号',
    signers: ['易水寒'],
    system: '武昌区教育系统',
    measures,
    department,
    superior: hrBureau,
    studios: awardListOf(studioCount).studios.map(({ name, lead, hostUnit, sector }, index) => ({
      name,
      sector,
      lead,
      leadSex: index % 2 === 0 ? 'male' : 'female',
      leadBirthDate: plainDate('1976-05-12'),
      leadTitle: '正高级教师',
      leadIdNumber: '420100197605120017',
      leadPhone: '13900000000',
      hostUnit,
      hostUnitKind: 'public-institution',
      members: ['林清源', '陈堃', '何思齐', '沈青'],
      audience: '全区小学数学青年教师60人',
      area: 66,
      dedicatedFunds: tenThousandYuan(5),
      meetingOn: plainDate('2026-08-18'),
      minutes: '武昌教党纪〔2026〕8号',
      namedOn: plainDate('2026-08-20'),
      namingDocument: index < 6 ? '武昌教发〔2026〕12号' : '武昌教发〔2026〕14号',
      letter: { number: '武昌教承〔2026〕5号', from: plainDate('2026-09-01'), to: plainDate('2028-08-31') },
    })),
    issuedOn: plainDate('2026-08-21'),
    contact,
    imprint: { printer: `${department}办公室`, printedOn: plainDate('2026-08-21') },
  };
}

/** What a meeting is told of so many studios, every third with a special case and without a score. */
export function meetingPaperOf(studioCount: number): DocumentInput<'meeting-paper'> {
  return {
    system: '武昌区教育系统',
    measures,
    department: '武汉市武昌区教育局',
    studios: awardListOf(studioCount).studios.map(({ name, lead, hostUnit }, index) => ({
      name,
      lead,
      leadSex: 'male',
      leadBirthDate: plainDate(index % 3 === 0 ? '1967-05-12' : '1976-05-12'),
      leadTitle: '正高级教师',
      honours: ['武汉市学科带头人（市级）', '湖北省优质课竞赛一等奖（省级）'],
      hostUnit,
      unitOpinion: '情况属实，同意推荐',
      members: ['林清源', '陈堃', '何思齐', '沈青'],
      audience: '全区小学数学青年教师60人',
      area: 66,
      dedicatedFunds: tenThousandYuan(5),
      appliedOn: plainDate('2026-08-03'),
      acceptedOn: plainDate('2026-08-11'),
      checked: 20,
      met: index % 3 === 0 ? 18 : 20,
      inspection: { inspectedOn: plainDate('2026-08-14'), inspectors: '林清源、何思齐', result: 'pass', opinion: '条件具备，材料属实' },
      ...(index % 3 === 0
        ? {
            approvals: [
              { article: '第五条第四项', reason: '领办人59周岁，系全区唯一的小学数学特级教师，课题尚在研究', approver: '局党组' },
            ],
            open: ['第六条第一项，成员1人46周岁'],
          }
        : { score: '92.5分，优秀' }),
    })),
    printedOn: plainDate('2026-08-17'),
  };
}

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

import { plainDate } from '../../policy/plain-date.ts';
import type { DocumentInput } from '../../templates/document-kinds.ts';
import { letter } from './samples.ts';

type Returned = DocumentInput<'return-notice'>;
type Accepted = DocumentInput<'acceptance-notice'>;
type Inspection = DocumentInput<'inspection-form'>;
type Application = DocumentInput<'application-form'>;
type Assessment = DocumentInput<'assessment-form'>;
type Report = DocumentInput<'rectification-report'>;
type Reinspection = DocumentInput<'reinspection-form'>;
type ScoreSheets = DocumentInput<'score-sheet'>;
type ScoreSummary = DocumentInput<'score-summary'>;

const measures = { title: '武昌区名师工作室建设管理办法', documentNumber: '武昌人才办〔2014〕2号' };
const bureau = '武汉市武昌区教育局';
const hostUnit = '武汉市武昌区示范路小学';
const studio = '龘頔翀小学数学名师工作室';

/** An application sent back for so many reasons. */
export function returnOf(reasonCount: number): Returned {
  const reasons = [
    { article: '第五条第四项', reason: '领办人年龄为59周岁，超过男性57周岁的一般年龄，申报材料没有说明特殊情况' },
    { article: '第七条第一项', reason: '工作室面积42平方米，不足50平方米' },
    { article: '第三条', reason: '团队成员2人，少于3人' },
  ];
  return {
    studio,
    number: '武昌教名〔2026〕3号',
    measures,
    department: bureau,
    hostUnit,
    lead: '龘頔翀',
    appliedOn: plainDate('2026-08-03'),
    reasons: Array.from({ length: reasonCount }, (_, index) => reasons[index % 3] ?? { article: '第三条', reason: '材料不全' }),
    issuedOn: plainDate('2026-08-11'),
    contact: { name: '易水寒', phone: '027-00000000' },
  };
}

/** An acceptance with so many matters to be seen on site. */
export function acceptanceOf(matterCount: number): Accepted {
  const { reasons: _none, ...common } = returnOf(1);
  return {
    ...common,
    acceptedOn: plainDate('2026-08-11'),
    ...(matterCount === 0
      ? {}
      : { toInspect: Array.from({ length: matterCount }, (_, index) => ({ matter: `第${index + 1}项功能区域未附证明材料，须现场核实` })) }),
  };
}

/** A form for so many requirements, blank. */
export function inspectionOf(checkCount: number): Inspection {
  const checks = [
    { article: '第三条', stated: '依托单位为武汉市武昌区示范路小学，属武昌区事业单位。' },
    { article: '第五条第四项', stated: '领办人男，52周岁，未超过57周岁的一般年龄。' },
    { article: '第七条第一项', stated: '工作室面积66平方米，不少于50平方米；办公、科研培训、展示、资料存放区域已登记。' },
    { article: '第七条第四项', stated: '所在单位每年安排专项经费5万元。' },
  ];
  return {
    studio,
    level: 'in-system',
    sector: '教育',
    department: bureau,
    hostUnit,
    lead: '龘頔翀',
    checks: Array.from({ length: checkCount }, (_, index) => checks[index % 4] ?? { article: '第三条', stated: '已登记' }),
    printedOn: plainDate('2026-08-12'),
  };
}

/** A form with everything that can be recorded. */
export const filledInspection: Inspection = {
  ...inspectionOf(12),
  checks: inspectionOf(12).checks.map((check, index) => ({
    ...check,
    result: (['met', 'met', 'to-mend', 'unmet'] as const)[index % 4] ?? 'met',
    evidence: `见照片${index + 1}号`,
  })),
  inspection: {
    inspectedOn: plainDate('2026-08-14'),
    inspectors: '林清源、何思齐、陈堃',
    site: '武汉市武昌区示范路小学综合楼三楼',
    result: 'pass',
    opinion: '条件具备，材料属实，建议提交党组会议讨论。',
  },
};

/** An application of which only the necessary is known. */
export const bareApplication: Application = {
  studio,
  sector: '教育',
  level: 'in-system',
  department: bureau,
  hostUnit,
  appliedOn: plainDate('2026-08-03'),
  lead: { name: '龘頔翀' },
  purposes: ['工作室基础建设', '教育科研活动', '名师工作津贴', '团队成员和学员奖励', '工作室日常开支'],
  conditions: [
    '办公区域',
    '科研和培训区域',
    '展示区域',
    '资料存放区域',
    '工作室管理制度',
    '绩效管理制度',
    '运转流程',
    '工作计划',
    '活动课表',
    '相对固定的工作人员',
  ].map((condition) => ({ condition })),
};

/** An application with everything a register can have, and so many members and honours. */
export function applicationOf(count: number): Application {
  return {
    ...bareApplication,
    lead: {
      name: '龘頔翀',
      sex: 'male',
      birthDate: plainDate('1974-05-06'),
      age: 52,
      professionalTitle: '正高级教师',
      idNumber: '420100197405060011',
      phone: '027-00000000',
    },
    honours: Array.from({ length: count }, (_, index) => ({
      name: '武汉市学科带头人',
      kind: 'discipline-leader' as const,
      level: 'municipal' as const,
      issuingBody: '武汉市教育局',
      year: 2015 + (index % 10),
      evidence: `附件${index + 1}`,
    })),
    members: Array.from({ length: count }, (_, index) => ({
      name: ['陈堃', '周槃', '卜镕', '欧阳澄', '王芳'][index % 5] ?? '王芳',
      sex: 'female' as const,
      birthDate: plainDate('1988-03-12'),
      age: 38,
      professionalTitle: '高级教师',
      honours: '区优秀青年教师；市优质课一等奖',
    })),
    traineeCount: 24,
    trainingAudience: '全区小学数学青年教师',
    area: 66,
    hostUnitFunds: 5_000_000,
    conditions: bareApplication.conditions.map((condition, index) => ({
      ...condition,
      state: index % 4 === 3 ? ('no' as const) : ('yes' as const),
      evidence: '制度汇编第3页，平面图',
    })),
    unitOpinion: '情况属实，同意推荐。',
  };
}

/** A process assessment of so many tasks, blank. */
export function assessmentOf(taskCount: number): Assessment {
  return {
    studio,
    level: 'in-system',
    department: bureau,
    hostUnit,
    lead: '龘頔翀',
    letterNumber: '武昌教承〔2026〕5号',
    kind: 'process',
    cycleYear: 1,
    periodFrom: plainDate('2026-09-01'),
    periodTo: plainDate('2027-08-31'),
    tasks: Array.from({ length: taskCount }, (_, index) => {
      const { group, title, unit, yearlyTarget } = letter.tasks[index % letter.tasks.length] ?? {
        group: 'theory',
        title: '',
        unit: '',
        yearlyTarget: 0,
      };
      return { code: `${index + 1}`, group, title, unit, target: yearlyTarget };
    }),
    printedOn: plainDate('2027-08-10'),
  };
}

/** The same as it was assessed and approved. */
export function assessedOf(taskCount: number): Assessment {
  const blank = assessmentOf(taskCount);
  return {
    ...blank,
    tasks: blank.tasks.map((task, index) => ({
      ...task,
      actual: index % 3 === 1 ? Math.floor(task.target / 2) : task.target,
      evidence: '通知、签到表、照片',
      selfReported: task.target,
      remark: '台账合计与填报一致',
    })),
    selfAssessment: '一年来按承诺书完成示范讲座、培训和课题研究，青年教师成长较快，经费使用规范。',
    assessed: {
      assessedOn: plainDate('2027-08-20'),
      assessors: '林清源、何思齐',
      grade: 'qualified',
      opinion: '任务基本完成，同意评定为合格。',
    },
    approval: { department: '武汉市武昌区人力资源局', approvedOn: plainDate('2027-08-28'), opinion: '同意考核结果。' },
  };
}

/** A report form on so many problems, blank or as reported. */
export function reportOf(problemCount: number, reported: boolean): Report {
  return {
    studio,
    department: bureau,
    hostUnit,
    lead: '龘頔翀',
    noticeNumber: '武昌教名〔2027〕3号',
    issuedOn: plainDate('2027-09-20'),
    deadline: plainDate('2027-10-20'),
    problems: Array.from({ length: problemCount }, (_, index) => ({
      taskCode: `2-${index + 1}`,
      problem: '培训计划未按季度落实，第二季度未开展集中培训',
      measure: '补办不少于两期集中培训，完善培训签到和考核记录',
      ...(reported ? { result: '已补办两期，共186人次', evidence: '签到表、课件' } : {}),
    })),
    ...(reported
      ? { report: { reportedOn: plainDate('2027-10-15'), reporter: '龘頔翀', summary: '所列问题均已整改，完善了培训和课题管理制度。' } }
      : {}),
  };
}

/** A re-inspection form on so many problems, blank or as found. */
export function reinspectionOf(problemCount: number, found: boolean): Reinspection {
  const { issuedOn: _issued, report: _report, problems, ...common } = reportOf(problemCount, true);
  return {
    ...common,
    problems: problems.map(({ taskCode, problem, result }, index) => ({
      taskCode,
      problem,
      unit: '人次',
      target: 500,
      ...(result === undefined ? {} : { reported: result }),
      ...(found ? { mending: index % 2 === 0 ? ('mended' as const) : ('open' as const), finding: '查看签到表，实到502人次' } : {}),
    })),
    ...(found
      ? {
          reinspection: {
            inspectedOn: plainDate('2027-10-25'),
            inspectors: '林清源、何思齐',
            conclusion: 'passed' as const,
            opinion: '问题已整改到位，进入第二年度建设。',
          },
        }
      : {}),
    printedOn: plainDate('2027-10-21'),
  };
}

const expertNames = ['钟离恒', '沈青', '陈堃', '周槃', '卜镕', '王頔', '欧阳澄', '司空朗', '闻人语'];

/** Sheets for so many experts on so many criteria, every second one scored. */
export function scoreSheetsOf(expertCount: number, criterionCount: number): ScoreSheets {
  const criteria = Array.from({ length: criterionCount }, (_, index) => ({
    code: String(index + 1),
    title: ['行业示范', '人才培育', '学术研究', '理论成果', '创新活动'][index % 5] ?? '行业示范',
    points: 20,
    weight: 1,
  }));
  return {
    studio,
    period: '2026年度',
    department: '武汉市武昌区人力资源局',
    hostUnit,
    lead: '龘頔翀',
    sector: '教育',
    criteria,
    sheets: expertNames.slice(0, expertCount).map((expert, index) => ({
      expert,
      employer: '武汉市教育科学研究院',
      ...(index % 2 === 0
        ? {
            scored: {
              on: plainDate('2026-09-10'),
              points: criteria.map(({ code }) => ({ code, score: 17.5 })),
              total: 17.5 * criterionCount,
            },
          }
        : {}),
    })),
    printedOn: plainDate('2026-09-08'),
  };
}

/** A summary of so many studios by so many experts. */
export function scoreSummaryOf(studioCount: number, expertCount: number): ScoreSummary {
  const experts = expertNames.slice(0, expertCount).map((name) => ({ name }));
  return {
    period: '2026年度',
    department: '武汉市武昌区人力资源局',
    method: 'trimmed',
    experts,
    studios: Array.from({ length: studioCount }, (_, index) => ({
      name: index % 2 === 0 ? studio : '欧阳澄初中信息技术与人工智能跨学科融合教学名师工作室',
      hostUnit,
      scores: experts.map(({ name }, at) =>
        at === index ? { expert: name, conflict: '同一单位' } : { expert: name, total: 95 - index - at / 2 },
      ),
      average: 94 - index,
      place: index + 1,
      shortlisted: index < 5 ? ('yes' as const) : ('no' as const),
    })),
    printedOn: plainDate('2026-09-12'),
  };
}

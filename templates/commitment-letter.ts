import { article, articleText, chineseNumber } from '../policy/article.ts';
import { addDays, addYears, chineseDate, type PlainDate } from '../policy/plain-date.ts';
import { Refusal } from '../policy/refusal.ts';
import { studioLevelLabels } from '../policy/seat.ts';
import { asWorkedOut, documentKind, type Say } from './document-kind.ts';
import { amountText } from './kit/amount-in-words.ts';
import { blankLines } from './kit/blank-lines.ts';
import { bodyText, clause, heading, subheading } from './kit/body-text.ts';
import type { Block, Paragraph } from './kit/document-content.ts';
import { enumerated } from './kit/enumerated.ts';
import { choice, date, type InputOf, list, money, optional, quantity, record, text, texts, wholeNumber } from './kit/fields.ts';
import { points } from './kit/length.ts';
import { briefTaskTable, partySignatures, taskTable } from './kit/letter-tables.ts';
import { taskGroupTitles } from './kit/task-group-titles.ts';
import { title } from './kit/title.ts';

/** How much a letter says: everything, or on one page what the Measures leave to be settled. */
const letterForms = { full: '全文', brief: '简式' } as const;

const fields = {
  studio: text('工作室名称'),
  sector: text('所属领域'),
  level: choice('工作室级别', studioLevelLabels),
  number: text('承诺书编号'),
  measures: record('依据的办法', { title: text('办法名称'), documentNumber: text('办法文号') }),
  department: text('主管部门全称'),
  lead: text('领办人姓名'),
  hostUnit: text('所在单位名称'),
  namedOn: date('命名日期'),
  namingDocument: optional(text('命名文号')),
  cycleFrom: date('周期开始日期'),
  cycleTo: date('周期结束日期'),
  tasks: list(
    '任务',
    {
      code: text('任务编号'),
      group: choice('任务类别', taskGroupTitles),
      title: text('任务内容'),
      unit: text('计量单位'),
      baseline: quantity('基准值'),
      yearlyTarget: quantity('年度目标'),
      cycleTarget: quantity('周期目标'),
      evidence: text('佐证材料'),
      schedule: text('完成时限'),
    },
    'code',
  ),
  hostUnitFunds: money('所在单位每年专项经费'),
  departmentFunds: optional(money('主管部门本周期专项经费')),
  districtGrant: optional(money('区财政建设经费资助')),
  purposes: texts('经费开支范围'),
  copies: wholeNumber('份数', 3, 99),
  signedOn: date('签订日期'),
  form: optional(choice('承诺书文本', letterForms)),
  renews: optional(
    record('承接的承诺书', { number: text('原承诺书编号'), cycleFrom: date('原周期开始日期'), cycleTo: date('原周期结束日期') }),
  ),
};

/** What a 任务承诺书 is written from. Money is in fen; targets are numbers in the task's own unit. Without a `form` it says everything. */
export type CommitmentLetterInput = InputOf<typeof fields>;

/** 任务承诺书 of one cycle between department, lead and host unit, first or renewed. 第九条, 第十九条. */
export const commitmentLetter = documentKind({
  id: 'commitment-letter',
  title: '任务承诺书',
  issuers: ['sector-bureau', 'hr-bureau'],
  fields,
  subject: 'studio',
  fileNameParts: ({ studio, number }) => [studio, number],
  compose(input, say) {
    // Custom wording begins with the full text and takes the place of the brief one too: it hears all of it in any case.
    const full = compose(input, say);
    return {
      title: `${input.studio}任务承诺书（${input.number}）`,
      issuer: input.department,
      date: input.signedOn,
      blocks: input.form === 'brief' ? composeBrief(input) : full,
    };
  },
  ownText: { cycleTo: '2104-12-31' },
});

/** What the rows for seals are high, in mm: a seal is 42 mm wide, and on the one page it reaches over the row above. */
const sealRoom = { full: 52, brief: 28 } as const;

function head(input: CommitmentLetterInput, say: Say): Block[] {
  return [
    ...title([input.studio, `任务承诺书${say('续签字样', input.renews === undefined ? '' : '（续签）')}`]),
    { kind: 'paragraph', runs: [{ text: `编号：${input.number}` }], align: 'center' },
  ];
}

/**
 * 简式: the parties, the cycle, the tasks and the money, and the Measures themselves for the rest, so that a first letter with the eight tasks of
 * 第九条 is one page.
 */
function composeBrief(input: CommitmentLetterInput): Block[] {
  const { measures, sector, level, renews, copies } = input;
  const renewed = renews === undefined ? '' : `，承接${renews.number}任务承诺书续签`;
  return [
    ...head(input, asWorkedOut),
    {
      ...bodyText(
        `根据《${measures.title}》（${measures.documentNumber}，以下简称《办法》）${articleText(article(9))}，甲、乙、丙三方就` +
          `本工作室（${sector}领域，${studioLevelLabels[level]}）签订本承诺书${renewed}，建设周期${span(input.cycleFrom, input.cycleTo)}，任务如下：`,
      ),
      after: points(4),
      keepNext: true,
    },
    briefTaskTable(input.tasks),
    {
      ...bodyText(
        `乙方按期完成任务，佐证材料随台账保存。${fundSources(input, asWorkedOut)}经费专户管理，专款专用。` +
          `权利义务、考核和责任依照《办法》${articleText(article(19))}、${articleText(article(20))}执行。` +
          `本承诺书一式${chineseNumber(copies)}份，签字盖章后生效。`,
      ),
      before: points(4),
      after: points(4),
      keepNext: true,
    },
    partySignatures(input, sealRoom.brief),
  ];
}

function compose(input: CommitmentLetterInput, say: Say): Block[] {
  return [
    ...head(input, say),
    ...blankLines(1),
    ...parties(input),
    ...preamble(input, say),
    heading(1, '建设周期'),
    bodyText(cycle(input, say)),
    heading(2, '建设任务'),
    // The sentence stays with its table: LibreOffice breaks a table that it has to move to the next page by itself after two rows.
    {
      ...bodyText('乙方带领工作室在建设周期内完成下列任务。任务编号在工作台账、考核和整改中通用，考核时逐项对照检查。'),
      after: points(4),
      keepNext: true,
    },
    taskTable(input.tasks, say),
    { ...heading(3, '权利和义务'), before: points(6) },
    ...dutiesOfParties(),
    heading(4, '建设经费'),
    ...funds(input, say),
    heading(5, '考核与违约责任'),
    ...assessment(),
    heading(6, '变更和其他'),
    ...closing(input, say),
    ...blankLines(1),
    partySignatures(input, sealRoom.full),
  ];
}

function parties({ department, lead, hostUnit }: CommitmentLetterInput): Paragraph[] {
  return [`甲方（主管部门）：${department}`, `乙方（领办人）：${lead}`, `丙方（所在单位）：${hostUnit}`].map((party) => ({
    kind: 'paragraph',
    runs: [{ text: party }],
    align: 'left',
  }));
}

function preamble(input: CommitmentLetterInput, say: Say): Paragraph[] {
  const { measures, studio, sector, level, namedOn, namingDocument, renews } = input;
  const document = say('命名文号说明', namingDocument === undefined ? '' : `，命名文号为${namingDocument}`);
  const first = bodyText(
    `根据《${measures.title}》（${measures.documentNumber}，以下简称《办法》）${articleText(article(9))}规定，甲、乙、丙三方就${studio}` +
      `（以下简称工作室）的建设任务签订本承诺书。工作室属${sector}领域，为${say('工作室级别', studioLevelLabels[level])}名师工作室，于${chineseDate(namedOn)}命名${document}。`,
  );
  if (renews === undefined) return [first];
  return [
    first,
    bodyText(
      `本承诺书承接${renews.number}任务承诺书（建设周期自${chineseDate(renews.cycleFrom)}至${chineseDate(renews.cycleTo)}），` +
        `依照《办法》${articleText(article(19))}规定续签。`,
    ),
  ];
}

/** The first days of the years of a cycle, however many years the Measures give it. */
function yearsOf(cycleFrom: PlainDate, cycleTo: PlainDate): readonly PlainDate[] {
  const first = [cycleFrom];
  for (let next = addYears(cycleFrom, 1); next < cycleTo; next = addYears(cycleFrom, first.length)) first.push(next);
  return first;
}

/** Year by year: the last one is assessed as the whole period, up to the cycle's last day, and each before it as process. */
function cycle({ studio, cycleFrom, cycleTo }: CommitmentLetterInput, say: Say): string {
  if (cycleTo < addDays(addYears(cycleFrom, 1), -1)) {
    throw new Refusal(
      `无法生成《任务承诺书》（${studio}）：周期为${cycleFrom}至${cycleTo}，不足一个年度。请核对「周期开始日期」和「周期结束日期」。`,
      article(19),
    );
  }
  const years = yearsOf(cycleFrom, cycleTo);
  const parts = years.map((from, index) => {
    const next = years[index + 1];
    const label = `第${chineseNumber(index + 1)}年度`;
    return next === undefined
      ? `${label}${span(from, cycleTo)}，进行周期性考核`
      : `${label}${span(from, addDays(next, -1))}，进行过程性考核`;
  });
  return `建设周期${span(cycleFrom, cycleTo)}。其中，${say('各年度说明', parts.join('；'))}。`;
}

function span(from: PlainDate, to: PlainDate): string {
  return `自${chineseDate(from)}至${chineseDate(to)}`;
}

function dutiesOfParties(): Paragraph[] {
  return [
    subheading(
      1,
      '甲方。',
      '指导和支持工作室建设，协调解决困难，积极推荐申报各类人才计划和荣誉；按照本承诺书组织考核，监督经费使用，依照《办法》予以奖励或者作出处理。',
    ),
    subheading(
      2,
      '乙方。',
      '对工作室建设及运行承担主要责任，制定管理制度和年度计划，带领团队按期完成任务；如实记载工作台账，妥善保存佐证材料，配合检查考核；依法依规使用经费。',
    ),
    subheading(
      3,
      '丙方。',
      '为工作室提供场地、人员和必要经费保障，支持乙方开展活动；履行协管和监督职能，保障人员的合理安排和经费的依法依规使用。',
    ),
  ];
}

function fundSources({ hostUnitFunds, departmentFunds, districtGrant }: CommitmentLetterInput, say: Say): string {
  return [
    `丙方每年安排工作室专项经费${amountText(hostUnitFunds)}。`,
    say('甲方经费说明', departmentFunds === undefined ? '' : `甲方在本周期内安排工作室专项经费${amountText(departmentFunds)}。`),
    say('区财政资助说明', districtGrant === undefined ? '' : `区财政给予建设经费资助${amountText(districtGrant)}，采取先建后补方式发放。`),
  ].join('');
}

function funds(input: CommitmentLetterInput, say: Say): Paragraph[] {
  return [
    clause(1, fundSources(input, say)),
    clause(2, `建设经费由丙方实行专户管理，乙方负责具体开支，专款专用，用于${say('经费用途', enumerated(input.purposes))}，不得挪作他用。`),
  ];
}

function assessment(): Paragraph[] {
  const periodic = articleText(article(19));
  return [
    clause(1, `甲方依照《办法》${periodic}，对照本承诺书逐项实地检查，考核结果分为优秀、合格和不合格三个等级。`),
    clause(
      2,
      '过程性考核合格以上的，工作室进入下一年度建设；不合格的，发出整改通知书，限期整改，逾期整改不到位的，撤销名师工作室称号，收回命名。',
    ),
    clause(3, '周期性考核合格以上的，续签承诺书，对优秀等次的予以奖励；不合格的，直接撤销名师工作室称号，收回命名。'),
    clause(4, '因考核不合格收回命名的，同时收回资助建设经费。'),
    clause(
      5,
      `发现弄虚作假、违纪违法，或者出现过失造成巨大负面影响，经查明属实的，依照《办法》${articleText(article(20))}，` +
        '撤销名师工作室称号，收回资助建设经费，并给予乙方及相关责任人通报批评及相应处分。',
    ),
  ];
}

function closing({ copies }: CommitmentLetterInput, say: Say): Paragraph[] {
  const spare = copies - 3;
  const rest = say('其余份数说明', spare === 0 ? '' : `，其余${chineseNumber(spare)}份由甲方存档`);
  const inWords = say('份数中文', chineseNumber(copies));
  return [
    clause(1, '确需变更任务、目标或者完成时限的，由乙方书面提出，经丙方同意、甲方审核后，三方签订补充承诺；未经变更的，按本承诺书执行。'),
    clause(2, '乙方调离、退休或者丙方发生变化，致使工作室无法继续建设的，丙方应当及时书面报告甲方，由三方协商处理。'),
    clause(3, '本承诺书未尽事宜，按照《办法》执行。'),
    {
      ...clause(4, `本承诺书自三方签字盖章之日起生效，一式${inWords}份，甲、乙、丙三方各执一份${rest}，效力相同。`),
      keepNext: true,
    },
  ];
}

import { Refusal } from '../policy/refusal.ts';
import { type ApplicationCells, applicationList } from './application-list.ts';
import type { ApplicationRecord } from './application-record.ts';
import { dayOf } from './cell-types/calendar-date.ts';
import { choice } from './cell-types/choice.ts';
import { lineOfText } from './cell-types/plain-text.ts';
import { wholeNumber } from './cell-types/whole-number.ts';
import type { FilingMember } from './filing-record.ts';
import { formContent, unfoldForm } from './form-sheet.ts';
import { wholeDate } from './lead-identity.ts';
import { type MemberCells, memberColumns } from './member-columns.ts';
import type { RawWorkbook } from './raw-workbook.ts';
import type { CellProblem, ReadResult, ReadRow } from './read-result.ts';
import { readOpened, readTables } from './read-workbook.ts';
import { rowProblem } from './row-problem.ts';
import type { FieldRemark, WorkbookKind } from './workbook-kind.ts';

/** An application as a host unit fills it in: what a list says of it, and each member besides. */
export interface FormRecord extends ApplicationRecord {
  readonly memberDetails: readonly FilingMember[];
}

/** 申报表: the application of one studio on a form; its columns are those of the application list, one under the other. 第十一条第一项. */
export const applicationForm: WorkbookKind<'application-form', ApplicationCells, ApplicationRecord> = {
  ...applicationList,
  id: 'application-form',
  title: '申报表',
  schemaVersion: 1,
  schemaSince: '0.1.0',
  // The team has a sheet of its own.
  columns: applicationList.columns.filter(({ key }) => key !== 'members'),
};

/** The sheet 团队成员 of a form. */
export const formMembers: WorkbookKind<'form-members', MemberCells, FilingMember> = {
  id: 'form-members',
  title: '团队成员',
  schemaVersion: 1,
  schemaSince: '0.1.0',
  groupAliases: {},
  studio: 'name',
  distinct: ['name'],
  columns: memberColumns,
  complete({ birthDate: birth, ...plain }) {
    const day = birth === undefined ? undefined : dayOf(birth);
    const remarks: FieldRemark<MemberCells>[] =
      birth === undefined || day !== undefined
        ? []
        : [
            {
              field: 'birthDate',
              severity: 'warning',
              message: '出生年月没有写到日，年龄无从核对，没有采用：请补全年月日。（《办法》第六条第一项）',
            },
          ];
    return { record: { ...plain, ...(day === undefined ? {} : { birthDate: day }) }, remarks };
  },
  cellsOf({ birthDate: birth, ...plain }) {
    return { ...plain, ...(birth === undefined ? {} : { birthDate: wholeDate(birth) }) };
  },
};

const subjects = {
  lead: '领办人资格',
  team: '团队成员',
  trainees: '学员或培训对象',
  rooms: '场所和功能区',
  rules: '管理制度',
  staff: '专兼职人员',
  funds: '单位专项经费',
  other: '其他',
} as const;
type Subject = keyof typeof subjects;

interface EvidenceCells {
  readonly subject: Subject;
  readonly name: string;
  readonly copies: number;
  readonly kept: string;
}

/** The sheet 证明材料 of a form: what proves the conditions of 第五条 to 第七条. */
export const formEvidence: WorkbookKind<'form-evidence', EvidenceCells, EvidenceCells> = {
  id: 'form-evidence',
  title: '证明材料',
  schemaVersion: 1,
  schemaSince: '0.1.0',
  groupAliases: {},
  studio: 'name',
  distinct: ['name'],
  columns: [
    {
      key: 'subject',
      header: '证明事项',
      type: choice<Subject>(
        subjects,
        { lead: [], team: [], trainees: [], rooms: ['场所'], rules: ['制度'], staff: [], funds: ['经费'], other: ['其它'] },
        '从下拉列表中选。',
      ),
      width: 18,
      required: true,
    },
    { key: 'name', header: '材料名称', type: lineOfText('写证书、文件、照片的名称。'), width: 40, required: true },
    { key: 'copies', header: '份数', type: wholeNumber('份', '附件份数。'), width: 8 },
    { key: 'kept', header: '说明', aliases: ['存放处'], type: lineOfText('原件存放处等。'), width: 20 },
  ],
  complete: (cells) => ({ record: cells, remarks: [] }),
  cellsOf: (record) => record,
};

/**
 * Reads a form: the application on its first sheet, the team and the evidence on theirs, as one row. What is wrong is said of the form's
 * own cells. Throws a Refusal when nobody filled it in, when it is about more than one studio, and for whatever `readOpened` refuses.
 * 第十一条第一项.
 */
export function readOpenedForm(workbook: RawWorkbook, fileName: string): ReadResult<'application-form', FormRecord> {
  const form = unfoldForm(workbook);
  const result = readOpened(applicationForm, form.workbook, fileName);
  const [row, ...others] = result.rows;
  if (row === undefined || others.length > 0) {
    throw new Refusal(`无法导入「${fileName}」：申报表的「${formContent}」一栏没有填写。请填好后再导入，一份申报表只填一个工作室。`);
  }
  const { rows: team, warnings: ofTeam } = readTables(formMembers, workbook);
  const { rows: evidence, warnings: ofEvidence } = readTables(formEvidence, workbook);
  const inCells = [...ofTeam, ...ofEvidence].filter(({ cell }) => cell !== '');
  const placed = ({ cell, ...problem }: CellProblem): CellProblem => ({ ...problem, studio: row.studio, cell: form.addressOf(cell) });
  const ofStudio = (problem: CellProblem): CellProblem => ({ ...problem, studio: row.studio });
  const record: Partial<FormRecord> = {
    ...row.record,
    ...(team.length === 0 ? {} : { members: team.flatMap(({ record: { name } }) => name ?? []), memberDetails: team.map(memberOf) }),
    ...remarksWith(row.record.remarks, evidence),
  };
  return {
    ...result,
    warnings: [...result.warnings.map(placed), ...inCells.map(ofStudio)],
    rows: [
      {
        ...row,
        record,
        cells: Object.fromEntries(Object.entries(row.cells).map(([key, cell]) => [key, form.addressOf(cell)])),
        errors: [
          ...row.errors.map(placed),
          ...[...[...team, ...evidence].flatMap(({ errors }) => errors), ...repeatedNames(team)].map(ofStudio),
        ],
      },
    ],
  };
}

/** Members are told apart by their names: a second one of a name is an error. */
function repeatedNames(team: readonly ReadRow<FilingMember>[]): CellProblem[] {
  return team.flatMap((line, index) => {
    const first = team.slice(0, index).find(({ record: { name } }) => name !== undefined && name === line.record.name);
    return first === undefined
      ? []
      : [rowProblem(formMembers, line, 'name', `与第 ${first.row} 行是同一个姓名：一名成员只填一行，请删去多余的一行。`)];
  });
}

function memberOf({ record: { name = '', sex, birthDate, title } }: ReadRow<FilingMember>): FilingMember {
  return {
    name,
    ...(sex === undefined ? {} : { sex }),
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(title === undefined ? {} : { title }),
  };
}

/** The list of evidence is kept with the remarks, where whoever examines the application reads it. */
function remarksWith(remarks: string | undefined, evidence: readonly ReadRow<EvidenceCells>[]): Pick<Partial<FormRecord>, 'remarks'> {
  const listed = evidence.map(({ record: { subject, name = '', copies, kept } }) => {
    const aside = [...(copies === undefined ? [] : [`${copies}份`]), ...(kept === undefined ? [] : [kept])].join('，');
    return `${subject === undefined ? '' : `${subjects[subject]}：`}${name}${aside === '' ? '' : `（${aside}）`}`;
  });
  const lines = [...(remarks === undefined ? [] : [remarks]), ...(listed.length === 0 ? [] : [`证明材料：${listed.join('；')}。`])];
  return lines.length === 0 ? {} : { remarks: lines.join('\n') };
}

import { levelLabels, type Qualification, qualificationLabels } from '../../policy/qualification.ts';
import type { CellType } from '../cell-type.ts';
import { claimsText, readClaims } from '../qualification-claims.ts';
import { cellText } from '../raw-workbook.ts';

/** Grounds of 第五条第二项: the certain ones, and the others as written. */
export interface ClaimedGrounds {
  readonly qualifications: readonly Qualification[];
  readonly unclear: readonly string[];
}

const missing = {
  kind: '看不出是津贴、学科带头人、名师或荣誉称号、人才计划、竞赛奖项中的哪一种',
  level: '看不出是区、市、省还是国家级',
  both: '看不出种类和级别',
} as const;

/** 资格依据. What cannot be told is kept as written and warned about; it is never guessed. */
export const claimedGrounds: CellType<ClaimedGrounds> = {
  read(cell) {
    const { qualifications, unclear } = readClaims(cellText(cell));
    const value = { qualifications, unclear: unclear.map(({ text }) => text) };
    if (unclear.length === 0) return { value };
    const remarks = unclear.map(({ text, lacks }) => `「${text}」${missing[lacks]}`).join('；');
    return { value, warning: `资格依据${remarks}：已照录，不计入符合条件的依据，请补全称、级别和年份。` };
  },
  write: ({ qualifications, unclear }) => claimsText(qualifications, unclear),
  show: ({ qualifications, unclear }) =>
    [
      ...qualifications.map(
        (claim) =>
          `${claim.name}${claim.year === undefined ? '' : `（${claim.year}）`}〔${levelLabels[claim.level]}·${qualificationLabels[claim.kind]}〕`,
      ),
      ...unclear.map((text) => `${text}〔待核〕`),
    ].join('；'),
  numberFormat: '@',
  align: 'left',
  guidance: '写证书上的全称和年份，如「武汉市学科带头人（2019）」，几项之间用分号隔开。',
  list: true,
};

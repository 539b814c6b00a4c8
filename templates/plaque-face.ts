import { inStrokeOrder } from '../policy/stroke-order.ts';
import { documentKind } from './document-kind.ts';
import type { Block, Paragraph, Table } from './kit/document-content.ts';
import { date, type InputOf, list, text } from './kit/fields.ts';
import { formHead } from './kit/form-table.ts';
import { millimetres, points } from './kit/length.ts';
import { plaqueDate, plaqueFields } from './kit/plaque-text.ts';
import { ems } from './kit/text-length.ts';
import { titleLines } from './kit/title-lines.ts';
import type { Face } from './kit/typefaces.ts';

const fields = {
  period: text('年度'),
  department: text('制作部门全称'),
  size: text('牌匾规格'),
  studios: list('工作室', plaqueFields, 'name'),
  printedOn: date('制作日期'),
};

/** What 牌匾文字小样 are made from: the plaques to be cut, in any order. */
export type PlaqueFaceInput = InputOf<typeof fields>;

/** 牌匾文字小样 for the engraver, a page for each plaque: its words, their order and their places. 第十二条第五项. */
export const plaqueFace = documentKind({
  id: 'plaque-face',
  title: '牌匾文字小样',
  issuers: ['sector-bureau', 'leading-group-office'],
  fields,
  subject: 'period',
  fileNameParts: ({ period }) => [period],
  compose: (input) => ({
    title: `${input.period}名师工作室牌匾文字小样`,
    issuer: input.department,
    date: input.printedOn,
    form: 'landscape',
    blocks: inStrokeOrder(input.studios, ({ lead }) => lead).flatMap((studio, index) => face(input, studio, index)),
  }),
});

/** Width and height of the frame, in millimetres: that of a plaque half as wide again as it is high, above the lines to be signed. */
const frame = { width: 204, height: 136 } as const;
/** Free at each side of the longest line, in millimetres. */
const side = 12;

function face({ size }: PlaqueFaceInput, { name, honour, body, namedOn }: PlaqueFaceInput['studios'][number], index: number): Block[] {
  const names = titleLines([name]);
  const nameSize = sizeOf(names, 56);
  const honourSize = sizeOf([honour], Math.min(40, nameSize));
  const signature = [body, plaqueDate(namedOn)];
  const signatureSize = sizeOf(signature, 22);
  const left = Math.max(
    0,
    millimetres(frame.width - side) - Math.max(...signature.map((line) => points(ems(line) * signatureSize))) - points(12),
  );
  const table: Table = {
    kind: 'table',
    columns: [millimetres(frame.width)],
    headerRows: 0,
    rows: [
      {
        height: millimetres(frame.height),
        cells: [
          {
            paragraphs: [
              { ...centred(honour, 'title', honourSize), after: millimetres(10) },
              ...names.map((part) => centred(part, 'title', nameSize)),
              ...signature.map((part, place) => ({
                ...centred(part, 'body', signatureSize),
                left,
                right: millimetres(side),
                ...(place === 0 ? { before: millimetres(16) } : {}),
              })),
            ],
          },
        ],
      },
    ],
  };
  const head = formHead(`第${index + 1}块`, `规格：${size}`, '校对（签字）：　　　　　　　　　日期：　　　年　　月　　日');
  return [{ ...head, before: 0, ...(index === 0 ? {} : { pageBreakBefore: true }) }, table];
}

/** The largest size, at most `most`, in which the longest of the lines leaves the sides of the frame free. */
function sizeOf(lines: readonly string[], most: number): number {
  const width = millimetres(frame.width - 2 * side) / points(1);
  return Math.min(most, Math.floor(width / Math.max(...lines.map(ems))));
}

function centred(words: string, typeface: Face, size: number): Paragraph {
  return { kind: 'paragraph', runs: [{ text: words, face: typeface, size }], align: 'center', line: points(Math.round(size * 1.4)) };
}

import type { Fen } from '../../policy/money.ts';
import { chineseDate, type PlainDate } from '../../policy/plain-date.ts';
import type { Cell, Paragraph, Row } from './document-content.ts';
import { millimetres, points, type Twips } from './length.ts';
import { labelCell, type TableTextSize, tableText, textCell } from './table-text.ts';

/** Height of a form's usual row: room for a line of handwriting. */
export const formRow: Twips = millimetres(9);

/** Where a day is written by hand. */
const blankDate = '　　年　　月　　日';

/** A day as a form shows it, or room for one. */
export function dateOrBlank(date: PlainDate | undefined): string {
  return date === undefined ? blankDate : chineseDate(date);
}

/** A cell to be written in by hand. */
export function blankCell(span?: number): Cell {
  return { paragraphs: [{ kind: 'paragraph', runs: [], line: points(18) }], ...(span === undefined ? {} : { span }) };
}

/** What is known, or room to write it. */
export function valueCell(value: string | undefined, size: TableTextSize, align: 'left' | 'center' = 'center', span?: number): Cell {
  if (value === undefined) return blankCell(span);
  return { ...textCell(value, size, align), ...(span === undefined ? {} : { span }) };
}

/** Yuan with both decimals, at the right as accounts have them, and in words below where they are paid. */
export function amountCell(amount: Fen, words?: string): Cell {
  const figures: Paragraph = { ...tableText((amount / 100).toFixed(2), 10.5), align: 'right' };
  return { paragraphs: words === undefined ? [figures] : [figures, { ...tableText(words, 10.5), align: 'right' }] };
}

/** A label and its value, as many times as a row has room for; a value may be unknown and is then left to be written. */
export function fieldRow(...fields: readonly (readonly [label: string, value: string | undefined, span?: number])[]): Row {
  return { height: formRow, cells: fields.flatMap(([label, value, span]) => [labelCell(label, 12), valueCell(value, 12, 'center', span)]) };
}

/** A row of labels above columns. */
export function headerRow(labels: readonly string[], size: TableTextSize): Row {
  return { height: formRow, cells: labels.map((label) => labelCell(label, size)) };
}

/** 一、逐项核查: the heading of a part of a form, above its table and never without it. */
export function formSection(text: string): Paragraph {
  return {
    ...tableText(text, 12, 'left'),
    runs: [{ text, size: 12, face: 'heading' }],
    before: points(8),
    after: points(4),
    keepNext: true,
  };
}

/** ☑ 符合 ☐ 不符合: the choices with the one made, or with none for the hand that fills the form. */
export function checkBoxes<Value extends string>(choices: Readonly<Record<Value, string>>, chosen?: Value): string {
  return Object.entries<string>(choices)
    .map(([value, label]) => `${value === chosen ? '☑' : '☐'} ${label}`)
    .join('　');
}

/** Check boxes below one another, for narrow columns. */
export function checkBoxCell<Value extends string>(
  choices: Readonly<Record<Value, string>>,
  chosen: Value | undefined,
  size: TableTextSize,
): Cell {
  const lines = Object.entries<string>(choices).map(([value, label]) => `${value === chosen ? '☑' : '☐'} ${label}`);
  return { paragraphs: lines.map((line) => tableText(line, size, 'left')) };
}

/** What somebody says, signs, stamps and dates. */
export interface Opinion {
  readonly label: string;
  /** As known already, or printed for them to sign; otherwise there is room to write it. */
  readonly text?: string | undefined;
  /** 负责人（签字）, 领办人（签字）… */
  readonly signer: string;
  /** Whether a seal goes on it. */
  readonly sealed: boolean;
  readonly date?: PlainDate | undefined;
  /** Room above the signature, in millimetres; 24 when not said. */
  readonly room?: number;
}

/** The label at the left and, over the `span` other columns, room for the opinion above the lines to be signed, stamped and dated. */
export function opinionRow({ label, text, signer, sealed, date, room = 24 }: Opinion, span = 1): Row {
  const right = points(12);
  const written: Paragraph[] = text === undefined ? [] : [{ ...tableText(text, 12, 'left'), firstLineCharacters: 2 }];
  return {
    cells: [
      labelCell(label, 12),
      {
        span,
        vertical: 'top',
        paragraphs: [
          ...written,
          {
            ...tableText(`${signer}（签字）：${sealed ? '　　　　　　　（盖章）' : ''}`, 12, 'left'),
            align: 'right',
            // Spaces at the end of a line take no room, so that room to sign is an indent.
            right: sealed ? right : points(84),
            before: millimetres(text === undefined ? room : Math.max(6, room - 12)),
          },
          { ...tableText(dateOrBlank(date), 12, 'left'), align: 'right', right },
        ],
      },
    ],
  };
}

/** People who sign below a table, 制表人 and 审核人, as its last row: each before room to do so. `spans` are the columns each has. */
export function signersRow(names: readonly string[], spans: readonly number[]): Row {
  const cells = names.map((name, index): Cell => ({ paragraphs: [tableText(`${name}（签字）：`, 10.5, 'left')], span: spans[index] ?? 1 }));
  return { height: millimetres(14), cells };
}

/** A line above a form: what is filled in and by whom, the parts apart. */
export function formHead(...parts: readonly string[]): Paragraph {
  return { ...tableText(parts.join('　　'), 12, 'left'), before: points(8), after: points(4), keepNext: true };
}

/** 注：… as the last row of a form, the further notes under the first. */
export function notesRow(notes: readonly string[], span: number): Row {
  const hanging = points(21);
  const paragraphs = notes.map((note, index) => ({
    ...tableText(`${index === 0 ? '注：' : ''}${notes.length > 1 ? `${index + 1}.` : ''}${note}`, 10.5, 'left'),
    left: hanging,
    ...(index === 0 ? { hanging } : {}),
  }));
  return { cells: [{ paragraphs, span }] };
}

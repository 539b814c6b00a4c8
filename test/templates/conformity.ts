import { chineseDate } from '../../policy/plain-date.ts';
import type { DocumentContent } from '../../templates/kit/document-content.ts';
import type { MeasuredPage } from '../machine/measure-pdf.ts';
import { bottomOf, pageNumber, type TextLine, textLines, topOf } from './measured-documents.ts';
import { otherForm, titleLinesOf, wholeRows } from './page-measures.ts';

/** How the issuer and the date stand at the end of the text. */
export type Signature = 'sealed' | 'unsealed' | 'none';

/** A requirement of GB/T 9704-2012 as it was found on a page. */
export interface Measurement {
  /** What is measured, in the words of docs/documents.md. */
  readonly what: string;
  readonly required: string;
  readonly measured: string;
  readonly page: number;
  readonly holds: boolean;
}

/** What the measures of a document are taken from. */
export interface Drawn {
  readonly content: Pick<DocumentContent, 'issuer' | 'date' | 'imprint' | 'form'>;
  readonly signature: Signature;
  /** Blank pages included. */
  readonly pages: readonly MeasuredPage[];
  /** Where the red ink begins on the first page, in mm; for a document with a red header. */
  readonly redTop?: number | undefined;
}

/** The text area: 156 × 225 mm. */
const area = { top: 37, bottom: 262, left: 28, right: 184 } as const;
/** 3号 in mm: what a Hanzi of the body is wide. */
const character = (16 * 25.4) / 72;

/** Everything the standard says of a document's pages that can be seen on them; of letters and forms, which are set otherwise, what they share with it. */
export function measurements(drawn: Drawn): readonly Measurement[] {
  const { form = 'standard' } = drawn.content;
  const whole = [...titleLinesOf(drawn.pages), ...wholeRows(drawn.pages)];
  if (form !== 'standard') return [...otherForm(form, drawn.pages), ...whole, ...signatureBlock(drawn)];
  return [
    ...whole,
    ...drawn.pages.flatMap((page, index) => [...edges(page, index + 1), ...grid(page, index + 1), ...headingAtFoot(page, index + 1)]),
    ...pageNumbers(drawn),
    ...redHeader(drawn),
    ...signatureBlock(drawn),
    ...imprint(drawn),
  ];
}

/** What does not hold, in a line each. */
export function faults(drawn: Drawn): readonly string[] {
  return measurements(drawn).flatMap(({ what, required, measured, page, holds }) =>
    holds ? [] : [`第${page}页 ${what}：应为${required}，实为${measured}`],
  );
}

function near(what: string, page: number, required: number, measured: number, tolerance: number): Measurement {
  return {
    what,
    required: `${rounded(required)} ± ${tolerance} mm`,
    measured: `${rounded(measured)} mm`,
    page,
    holds: Math.abs(measured - required) <= tolerance,
  };
}

function rounded(length: number): string {
  return String(Math.round(length * 100) / 100);
}

/** Nothing stands outside the text area but the page number; what fills a page reaches its upper edge. */
function edges(page: MeasuredPage, number: number): Measurement[] {
  const lines = textLines(page);
  const [first] = lines;
  if (first === undefined) return [];
  const inside = (what: string, required: number, measured: number, holds: boolean): Measurement => ({
    what,
    required: `${required} ± 1 mm 以内`,
    measured: `${rounded(measured)} mm`,
    page: number,
    holds,
  });
  const top = Math.min(...lines.map(topOf));
  const left = Math.min(...lines.map((line) => line.left), ...page.rules.map((rule) => rule.left));
  const right = Math.max(...lines.map((line) => line.right), ...page.rules.map((rule) => rule.right));
  const bottom = Math.max(...lines.map(bottomOf), ...page.rules.map((rule) => rule.bottom));
  const flows = first.size === 16 && number > 1 && top < 60;
  return [
    flows ? near('版心上边', number, area.top, top, 1) : inside('版心上边', area.top, top, top >= area.top - 1),
    inside('版心下边', area.bottom, bottom, bottom <= area.bottom + 1),
    inside('版心左边', area.left, left, left >= area.left - 1),
    inside('版心右边', area.right, right, right <= area.right + 1),
  ];
}

/** Lines of the body follow each other so that 22 fill a page, and hold 28 characters. */
function grid(page: MeasuredPage, number: number): Measurement[] {
  const body = textLines(page).filter(({ size, parts }) => size === 16 && parts.length === 1);
  // Lines that fill the width stand in running text: an indent or a blank line tells nothing of the grid.
  const runs = body.flatMap((line, index) => {
    const next = body[index + 1];
    const gap = (next?.baseline ?? Number.POSITIVE_INFINITY) - line.baseline;
    return isFull(line) && gap < 15 ? [gap] : [];
  });
  // A longer paragraph evens out what LibreOffice rounds.
  const pitch = runs.length < 3 ? undefined : runs.reduce((sum, each) => sum + each, 0) / runs.length;
  const full = body.filter((line) => isFull(line) && line.left < area.left + 1 && /^\p{Script=Han}+$/u.test(line.text));
  return [
    ...(pitch === undefined
      ? []
      : [
          {
            what: '每面行数',
            required: '22 行（行距 10.23～10.5 mm）',
            measured: `行距 ${rounded(pitch)} mm`,
            page: number,
            holds: pitch >= 10.2 && pitch <= 10.5,
          },
        ]),
    ...full.map(({ characters }) => ({
      what: '每行字数',
      required: '28 字',
      measured: `${characters} 字`,
      page: number,
      // A mark that may not begin a line takes the character before it along.
      holds: characters === 28 || characters === 27,
    })),
  ];
}

function isFull({ right }: TextLine): boolean {
  return right > area.right - 2;
}

function headingAtFoot(page: MeasuredPage, number: number): Measurement[] {
  const last = textLines(page).at(-1);
  if (last === undefined || bottomOf(last) < 200) return [];
  const alone = /^[一二三四五六七八九十]+、/u.test(last.text) && last.fonts.every((font) => font.includes('Hei'));
  return [{ what: '页末标题', required: '标题不单独居于页末', measured: alone ? last.text : '无', page: number, holds: !alone }];
}

/** Outside by odd and even, one character in, its dash 7 mm below the text area; none on a blank page and on the imprint page after it. */
function pageNumbers({ pages }: Drawn): Measurement[] {
  const isBlank = (page: MeasuredPage | undefined): boolean => page !== undefined && page.lines.length === 0 && page.rules.length === 0;
  return pages.flatMap((page, index) => {
    const number = index + 1;
    const line = pageNumber(page);
    const onlyImprint = textLines(page).every(({ size }) => size === 14);
    if (isBlank(page) || (onlyImprint && line === undefined)) {
      return [
        { what: '空白页和版记页不编页码', required: '无页码', measured: line?.text ?? '无页码', page: number, holds: line === undefined },
      ];
    }
    const inset = (14 * 25.4) / 72;
    const odd = number % 2 === 1;
    const outer = odd ? area.right - inset : area.left + inset;
    const edge = (odd ? line?.right : line?.left) ?? Number.NaN;
    // The dash is 1.5 mm above the baseline of its digits.
    const dash = (line?.baseline ?? Number.NaN) - 1.5;
    return [
      { what: '页码', required: `— ${number} —`, measured: line?.text ?? '无', page: number, holds: line?.text === `— ${number} —` },
      near(odd ? '单页码居右空一字' : '双页码居左空一字', number, outer, edge, 0.5),
      near('页码一字线', number, 269, dash, 1),
    ];
  });
}

/** The mark from 72 mm, the number in 〔〕 and the red line 4 mm below it, as wide as the text area. */
function redHeader({ pages: [first], redTop }: Drawn): Measurement[] {
  if (first === undefined || redTop === undefined) return [];
  const line = first.rules.find(({ colour }) => colour === '#ff0000');
  const number = first.lines.findLast(({ baseline }) => baseline < (line?.top ?? 0));
  return [
    near('发文机关标志上边缘', 1, 72, redTop, 1),
    {
      what: '发文字号',
      required: '六角括号、全称年份、不编虚位',
      measured: number?.text ?? '无',
      page: 1,
      holds: /^[\p{Script=Han}]+〔\d{4}〕[1-9]\d*号/u.test(number?.text ?? ''),
    },
    near('发文字号至红色分隔线', 1, 4, (line?.top ?? Number.NaN) - (number === undefined ? 0 : bottomOf(number)), 0.5),
    near('红色分隔线左端', 1, area.left, line?.left ?? Number.NaN, 0.5),
    near('红色分隔线右端', 1, area.right, line?.right ?? Number.NaN, 0.5),
  ];
}

/** The date four characters from the right with the issuer centred on it; without a seal both by the shorter rule. Never a page of its own. */
function signatureBlock({ pages, content, signature }: Drawn): Measurement[] {
  if (signature === 'none') return [];
  const day = chineseDate(content.date);
  const index = pages.findIndex((page) => textLines(page).some(({ text, size }) => text === day && size === 16));
  const lines = textLines(pages[index] ?? { width: 0, height: 0, lines: [], rules: [], slanted: '' });
  const at = lines.findIndex(({ text, size }) => text === day && size === 16);
  const [issuer, date] = [lines[at - 1], lines[at]];
  const page = index + 1;
  if (issuer === undefined || date === undefined) {
    return [{ what: '署名和成文日期', required: `${content.issuer}、${day}`, measured: '没有找到', page, holds: false }];
  }
  const alone = at < 2;
  const common: Measurement[] = [
    { what: '署名', required: content.issuer, measured: issuer.text, page, holds: issuer.text === content.issuer },
    { what: '落款页有正文', required: '落款之前有正文或附件说明', measured: alone ? '只有落款' : '有', page, holds: !alone },
  ];
  if (signature === 'unsealed') {
    const dateLonger = date.right - date.left > issuer.right - issuer.left;
    const inner = dateLonger ? date : issuer;
    return [
      ...common,
      near(dateLonger ? '成文日期右空二字' : '署名右空二字', page, 2 * character, area.right - inner.right, 0.5),
      near('成文日期首字比署名首字右移二字', page, 2 * character, date.left - issuer.left, 1),
    ];
  }
  const middle = (line: TextLine): number => (line.left + line.right) / 2;
  // A name too long to be centred that far right ends at the edge and takes the date along.
  const pushed = issuer.right > area.right - 1.5;
  return [
    ...common,
    ...(pushed ? [] : [near('成文日期右空四字', page, 4 * character, area.right - date.right, 0.5)]),
    near('署名以成文日期居中', page, 0, middle(issuer) - middle(date), 1),
  ];
}

/** Three lines, or two without 抄送, as wide as the text area; the last on the foot of the last page, which is even. */
function imprint({ pages, content }: Drawn): Measurement[] {
  if (content.imprint === undefined) return [];
  const page = pages.length;
  const rules = (pages.at(-1)?.rules ?? []).filter(({ direction, left, right }) => direction === 'horizontal' && right - left > 155.5);
  const wanted = content.imprint.copyTo === undefined || content.imprint.copyTo.length === 0 ? [0.35, 0.35] : [0.35, 0.25, 0.35];
  const found = rules.slice(-wanted.length);
  const copies = pages.flatMap(({ lines }) => lines).filter(({ text, size }) => size === 14 && text.endsWith('印发')).length;
  return [
    { what: '版记在双数页', required: '最后一面，双数', measured: `第 ${page} 面`, page, holds: page % 2 === 0 },
    { what: '版记一处', required: '1', measured: String(copies), page, holds: copies === 1 },
    near('版记末条分隔线', page, area.bottom, found.at(-1)?.top ?? Number.NaN, 1),
    ...wanted.map((thickness, index) => near(`版记第 ${index + 1} 条线粗`, page, thickness, found[index]?.thickness ?? Number.NaN, 0.03)),
    near('版记线左端', page, area.left, found[0]?.left ?? Number.NaN, 0.5),
    near('版记线右端', page, area.right, found[0]?.right ?? Number.NaN, 0.5),
  ];
}

/** Colours of the report. Close to no colour the spreadsheet programs offer, so that an earlier mark is known again. */
const errorFill = 'FFFF9F9F';
const errorFont = 'FFC00000';

/** For a workbook that has no styles at all. */
export const plainStyles =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>';

/** Styles of a workbook, as its `styles.xml` grows while cells are marked. */
export interface StyleSheet {
  /** A style like the given one, on a red ground. */
  readonly marked: (style: number) => number;
  /** A style like the given one without the red ground of an earlier report. */
  readonly unmarked: (style: number) => number;
  /** Red text that wraps, for the column 错误说明. */
  readonly message: number;
  /** The same in bold, for its header. */
  readonly heading: number;
  readonly markup: () => string;
}

/** Adds what an error report needs to `styles.xml`, leaving every style that is there where it is. */
export function growStyles(styles: string): StyleSheet {
  const prefix = /<(\w+:)?styleSheet\b/u.exec(styles)?.[1] ?? '';
  const list = (name: string): string[] => {
    const inside = new RegExp(`<${prefix}${name}\\b[^>]*>(.*?)</${prefix}${name}>`, 'su').exec(styles)?.[1] ?? '';
    const item = name === 'cellXfs' ? 'xf' : name.slice(0, -1);
    return [...inside.matchAll(new RegExp(`<${prefix}${item}\\b(?:[^>]*/>|.*?</${prefix}${item}>)`, 'gsu'))].map(([text]) => text);
  };
  const fonts = list('fonts');
  const fills = list('fills');
  const xfs = list('cellXfs');
  const isMark = (fill: string): boolean => fill.includes(errorFill);
  const markFill = fills.findIndex(isMark) === -1 ? fills.length : fills.findIndex(isMark);
  const newFill = `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="${errorFill}"/><${prefix}bgColor indexed="64"/></${prefix}patternFill></${prefix}fill>`;
  if (markFill === fills.length) fills.push(newFill);
  const font = (bold: boolean): number =>
    fonts.push(
      `<${prefix}font>${bold ? `<${prefix}b/>` : ''}<${prefix}sz val="10"/><${prefix}color rgb="${errorFont}"/><${prefix}name val="宋体"/></${prefix}font>`,
    ) - 1;
  const wrapped = (fontId: number): number =>
    xfs.push(
      `<${prefix}xf numFmtId="49" fontId="${fontId}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1">` +
        `<${prefix}alignment vertical="center" wrapText="1"/></${prefix}xf>`,
    ) - 1;
  const message = wrapped(font(false));
  const heading = wrapped(font(true));

  const fillOf = (xf: string): number => Number(/\bfillId="(\d+)"/u.exec(xf)?.[1] ?? 0);
  const withoutFill = (xf: string): string => xf.replace(/\s(?:fillId|applyFill)="\w+"/gu, '');
  const derived = new Map<number, number>();
  return {
    message,
    heading,
    marked(style) {
      const known = derived.get(style);
      if (known !== undefined) return known;
      const xf = xfs[style] ?? xfs[0] ?? `<${prefix}xf/>`;
      const index = isMark(fills[fillOf(xf)] ?? '')
        ? style
        : xfs.push(withoutFill(xf).replace(/xf\b/u, `xf fillId="${markFill}" applyFill="1"`)) - 1;
      derived.set(style, index);
      return index;
    },
    unmarked(style) {
      const xf = xfs[style];
      if (xf === undefined || !isMark(fills[fillOf(xf)] ?? '')) return style;
      const before = xfs.findIndex((other) => !isMark(fills[fillOf(other)] ?? '') && withoutFill(other) === withoutFill(xf));
      return before === -1 ? style : before;
    },
    markup() {
      const replace = (text: string, name: string, items: readonly string[]): string =>
        text.replace(
          new RegExp(`<${prefix}${name}\\b[^>]*>.*?</${prefix}${name}>`, 'su'),
          () => `<${prefix}${name} count="${items.length}">${items.join('')}</${prefix}${name}>`,
        );
      return replace(replace(replace(styles, 'fonts', fonts), 'fills', fills), 'cellXfs', xfs);
    },
  };
}

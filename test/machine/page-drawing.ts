import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';

/** Six numbers a b c d e f: x' = a·x + c·y + e, y' = b·x + d·y + f. */
type Matrix = readonly [number, number, number, number, number, number];

/** One character as it stands on the page; lengths in mm from the page's top left corner. */
export type Glyph = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The line it stands on. */
  readonly baseline: number;
  /** The size of its face in points. */
  readonly size: number;
  /** The face's PostScript name, e.g. `FandolFang-Regular`. */
  readonly font: string;
  /** `#rrggbb` */
  readonly colour: string;
  /** Whether it runs from left to right; false for a watermark set at a slant. */
  readonly upright: boolean;
};

/** A drawn line, horizontal or vertical: its middle from end to end, and how thick it is; all in mm from the page's top left corner. */
export type Rule = {
  readonly direction: 'horizontal' | 'vertical';
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly thickness: number;
  /** `#rrggbb` */
  readonly colour: string;
};

/** What a page of a PDF draws, in the order it is drawn. `width` and `height` are the page's, in mm. */
export type PageDrawing = {
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly strokes: readonly Rule[];
};

/** What the drawing operators change, and `save` and `restore` keep. */
type Pen = {
  matrix: Matrix;
  fill: string;
  stroke: string;
  lineWidth: number;
  font: string;
  fontSize: number;
  characterSpacing: number;
  wordSpacing: number;
  horizontalScale: number;
  leading: number;
  rise: number;
};

/** As the reader gives a character of a text operator; a plain number between two of them moves the pen back by thousandths of the size. */
type ShownGlyph = { readonly unicode: string; readonly width: number; readonly isSpace: boolean };

const millimetresPerPoint = 25.4 / 72;

/** Anything filled that is thinner than this, and longer than it is thin, was meant as a line. */
const thickestRule = 1.5;

/**
 * Reads what every page of a PDF draws from its drawing operators: the only place where the baseline of a character and the ends of a line stand as they are.
 * (A text extractor gives boxes of a face's own height, and no lines.) Pictures and curves are passed over.
 */
export async function readPageDrawings(pdf: Uint8Array): Promise<PageDrawing[]> {
  const { OPS } = await getResolvedPDFJS();
  // The reader takes the bytes away from whoever hands them over.
  const document = await getDocumentProxy(Uint8Array.from(pdf));
  const pages: PageDrawing[] = [];
  try {
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { fnArray, argsArray } = await page.getOperatorList();
      const viewport = page.getViewport({ scale: millimetresPerPoint });
      const fontName = (id: string): string => (page.commonObjs.get(id) as { name: string }).name.replace(/^[A-Z]{6}\+/u, '');
      const drawing = draw(
        OPS,
        fnArray,
        argsArray as readonly (readonly unknown[] | null)[],
        viewport.transform as unknown as Matrix,
        fontName,
      );
      pages.push({ width: viewport.width, height: viewport.height, ...drawing });
    }
  } finally {
    await document.loadingTask.destroy();
  }
  return pages;
}

type Operators = Awaited<ReturnType<typeof getResolvedPDFJS>>['OPS'];

/** Carries out the operators of a page, with `toPage` as the way from its own units to mm from the top left corner. */
function draw(
  OPS: Operators,
  operators: readonly number[],
  operands: readonly (readonly unknown[] | null)[],
  toPage: Matrix,
  fontName: (id: string) => string,
): { glyphs: Glyph[]; strokes: Rule[] } {
  const glyphs: Glyph[] = [];
  const strokes: Rule[] = [];
  let pen: Pen = {
    matrix: toPage,
    fill: '#000000',
    stroke: '#000000',
    lineWidth: 1,
    font: '',
    fontSize: 0,
    characterSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
  };
  const kept: Pen[] = [];
  let lineMatrix: Matrix = identity;
  let textMatrix: Matrix = identity;

  const newLine = (x: number, y: number): void => {
    lineMatrix = multiply(lineMatrix, [1, 0, 0, 1, x, y]);
    textMatrix = lineMatrix;
  };

  const show = (shown: readonly (ShownGlyph | number)[]): void => {
    for (const item of shown) {
      let advance: number;
      if (typeof item === 'number') advance = (-item / 1000) * pen.fontSize;
      else {
        const width = (item.width / 1000) * pen.fontSize;
        const place = multiply(pen.matrix, multiply(textMatrix, [1, 0, 0, 1, 0, pen.rise]));
        const [left, baseline] = apply(place, 0, 0);
        const [right, end] = apply(place, width * pen.horizontalScale, 0);
        glyphs.push({
          text: item.unicode,
          left,
          right,
          baseline,
          size: (pen.fontSize * Math.hypot(place[2], place[3])) / millimetresPerPoint,
          font: pen.font,
          colour: pen.fill,
          upright: Math.abs(end - baseline) < 0.001 && right >= left,
        });
        advance = width + pen.characterSpacing + (item.isSpace ? pen.wordSpacing : 0);
      }
      textMatrix = multiply(textMatrix, [1, 0, 0, 1, advance * pen.horizontalScale, 0]);
    }
  };

  for (const [index, operator] of operators.entries()) {
    const operand = operands[index] ?? [];
    switch (operator) {
      case OPS.save:
        kept.push({ ...pen });
        break;
      case OPS.restore:
        pen = kept.pop() ?? pen;
        break;
      case OPS.transform:
        pen.matrix = multiply(pen.matrix, operand as unknown as Matrix);
        break;
      case OPS.paintFormXObjectBegin:
        kept.push({ ...pen });
        if (operand[0] !== null && operand[0] !== undefined) pen.matrix = multiply(pen.matrix, asMatrix(operand[0]));
        break;
      case OPS.paintFormXObjectEnd:
        pen = kept.pop() ?? pen;
        break;
      case OPS.setFillRGBColor:
        pen.fill = String(operand[0]);
        break;
      case OPS.setStrokeRGBColor:
        pen.stroke = String(operand[0]);
        break;
      case OPS.setLineWidth:
        pen.lineWidth = Number(operand[0]);
        break;
      case OPS.beginText:
        lineMatrix = identity;
        textMatrix = identity;
        break;
      case OPS.setFont:
        pen.font = fontName(String(operand[0]));
        pen.fontSize = Number(operand[1]);
        break;
      case OPS.setCharSpacing:
        pen.characterSpacing = Number(operand[0]);
        break;
      case OPS.setWordSpacing:
        pen.wordSpacing = Number(operand[0]);
        break;
      case OPS.setHScale:
        pen.horizontalScale = Number(operand[0]) / 100;
        break;
      case OPS.setLeading:
        pen.leading = -Number(operand[0]);
        break;
      case OPS.setTextRise:
        pen.rise = Number(operand[0]);
        break;
      case OPS.moveText:
        newLine(Number(operand[0]), Number(operand[1]));
        break;
      case OPS.setLeadingMoveText:
        pen.leading = Number(operand[1]);
        newLine(Number(operand[0]), Number(operand[1]));
        break;
      case OPS.nextLine:
        newLine(0, pen.leading);
        break;
      case OPS.setTextMatrix:
        lineMatrix = asMatrix(operand[0]);
        textMatrix = lineMatrix;
        break;
      case OPS.showText:
        show(operand[0] as readonly (ShownGlyph | number)[]);
        break;
      case OPS.constructPath: {
        const paint = operand[0];
        const path = (operand[1] as readonly [Float32Array | null])[0];
        if (path === null) break;
        if (paint === OPS.stroke || paint === OPS.closeStroke) strokes.push(...strokedRules(path, pen));
        else if (paint === OPS.fill || paint === OPS.eoFill) strokes.push(...filledRule(path, pen));
        break;
      }
      default:
        break;
    }
  }
  return { glyphs, strokes };
}

/** The horizontal and vertical pieces of a stroked path. */
function strokedRules(path: Float32Array, pen: Pen): Rule[] {
  const thickness = pen.lineWidth * Math.sqrt(Math.abs(pen.matrix[0] * pen.matrix[3] - pen.matrix[1] * pen.matrix[2]));
  return corners(path).flatMap((corner, index, all) => {
    const before = all[index - 1];
    if (corner.kind !== 'line' || before === undefined) return [];
    return ruleBetween(apply(pen.matrix, before.x, before.y), apply(pen.matrix, corner.x, corner.y), thickness, pen.stroke);
  });
}

/** A filled box that is thin enough to be a line, as that line. */
function filledRule(path: Float32Array, pen: Pen): Rule[] {
  const points = corners(path);
  if (points.length < 4 || points.some(({ kind }) => kind === 'curve')) return [];
  const places = points.map(({ x, y }) => apply(pen.matrix, x, y));
  const [left, right] = span(places.map(([x]) => x));
  const [top, bottom] = span(places.map(([, y]) => y));
  const thickness = Math.min(right - left, bottom - top);
  if (thickness > thickestRule || Math.max(right - left, bottom - top) < 2 * thickness) return [];
  return right - left > bottom - top
    ? ruleBetween([left, (top + bottom) / 2], [right, (top + bottom) / 2], thickness, pen.fill)
    : ruleBetween([(left + right) / 2, top], [(left + right) / 2, bottom], thickness, pen.fill);
}

function ruleBetween(one: readonly [number, number], other: readonly [number, number], thickness: number, colour: string): Rule[] {
  const [left, right] = span([one[0], other[0]]);
  const [top, bottom] = span([one[1], other[1]]);
  if (bottom - top < 0.05 && right > left) return [{ direction: 'horizontal', left, right, top, bottom, thickness, colour }];
  if (right - left < 0.05 && bottom > top) return [{ direction: 'vertical', left, right, top, bottom, thickness, colour }];
  return [];
}

type Corner = { readonly kind: 'start' | 'line' | 'curve'; readonly x: number; readonly y: number };

/** The reader packs a path into numbers: 0 start x y, 1 line x y, 2 curve with three points, 3 curve with two, 4 close. */
function corners(path: Float32Array): Corner[] {
  const found: Corner[] = [];
  let start: Corner | undefined;
  const at = (index: number): number => path[index] ?? Number.NaN;
  for (let index = 0; index < path.length; ) {
    const kind = path[index];
    if (kind === 4) {
      if (start !== undefined) found.push({ ...start, kind: 'line' });
      index += 1;
      continue;
    }
    const points = kind === 2 ? 3 : kind === 3 ? 2 : 1;
    const last = index + 2 * points;
    const corner: Corner = { kind: kind === 0 ? 'start' : kind === 1 ? 'line' : 'curve', x: at(last - 1), y: at(last) };
    if (corner.kind === 'start') start = corner;
    found.push(corner);
    index = last + 1;
  }
  return found;
}

const identity: Matrix = [1, 0, 0, 1, 0, 0];

function multiply(outer: Matrix, inner: Matrix): Matrix {
  return [
    outer[0] * inner[0] + outer[2] * inner[1],
    outer[1] * inner[0] + outer[3] * inner[1],
    outer[0] * inner[2] + outer[2] * inner[3],
    outer[1] * inner[2] + outer[3] * inner[3],
    outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
    outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
  ];
}

function apply(matrix: Matrix, x: number, y: number): readonly [number, number] {
  return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]];
}

function asMatrix(numbers: unknown): Matrix {
  const [a, b, c, d, e, f] = numbers as ArrayLike<number> & Iterable<number>;
  return [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0];
}

function span(numbers: readonly number[]): readonly [number, number] {
  return [Math.min(...numbers), Math.max(...numbers)];
}

import { points } from './length.ts';
import { textWidth } from './page.ts';
import { ems } from './text-length.ts';

/** Characters of 2号 in the 156 mm of a line. */
const longestLine = Math.floor(textWidth / points(22));

/** Lines a title should have at most. */
const mostLines = 3;

/** How badly a line ends at a place: not at all between parts, worse and worse until the words themselves would be cut. */
const costs = { part: 0, clause: 1, phrase: 2, word: 6, quoted: 30, character: 60 } as const;

/** What one line more weighs. */
const lineCost = 5;

/** A place where a line may end, `at` characters from the start. */
interface Break {
  readonly at: number;
  readonly cost: number;
}

/**
 * A title as lines, cut by meaning: between its parts, else after a conjunction or 的, else between words; inside 《》 only
 * where there is no other way, never inside a number or a word, never with a single character on a line. The lines make a trapezium or a diamond rather than an hourglass. The same title is always cut alike.
 */
export function titleLines(parts: readonly string[]): readonly string[] {
  const characters = Array.from(parts.join(''));
  const whole = characters.join('');
  if (ems(whole) <= longestLine) return [whole];
  const least = Math.ceil(ems(whole) / longestLine);
  const breaks = breaksOf(parts);
  // Words are cut only where four lines would not help either.
  for (const most of [mostLines, least + 1]) {
    for (const limit of [costs.phrase, costs.word, costs.quoted]) {
      const best = bestCut(
        characters,
        breaks.filter(({ cost }) => cost <= limit),
        least,
        most,
      );
      if (best !== undefined) return best;
    }
  }
  return fill(characters, breaks);
}

/** The best way into at least and at most so many lines, or undefined when the breaks leave a line too long. */
function bestCut(characters: readonly string[], breaks: readonly Break[], least: number, most: number): readonly string[] | undefined {
  let best: { readonly lines: readonly string[]; readonly cost: number } | undefined;
  const place = (from: number, start: number, lines: readonly string[]): void => {
    const rest = characters.slice(start).join('');
    const all = [...lines, rest];
    if (all.length >= least && fits(rest)) {
      const cost = rank(all, breaks);
      if (best === undefined || cost < best.cost) best = { lines: all, cost };
    }
    if (all.length >= most) return;
    for (let index = from; index < breaks.length; index++) {
      const { at } = breaks[index] ?? { at: 0 };
      const line = characters.slice(start, at).join('');
      if (ems(line) > longestLine) return;
      if (fits(line)) place(index + 1, at, [...lines, line]);
    }
  };
  place(0, 0, []);
  return best?.lines;
}

function fits(line: string): boolean {
  return ems(line) <= longestLine && Array.from(line).length > 1;
}

/** Breaks, number of lines and shape, weighed: the smaller the better. */
function rank(lines: readonly string[], breaks: readonly Break[]): number {
  let at = 0;
  let cost = lines.length * lineCost;
  for (const line of lines.slice(0, -1)) {
    at += Array.from(line).length;
    cost += breaks.find((each) => each.at === at)?.cost ?? costs.character;
  }
  return cost + shapeCost(lines.map(ems));
}

/** Lines far from each other in length look torn, a short one between two longer ones is an hourglass, two or
 * three characters alone a stub, all alike a block. */
function shapeCost(lengths: readonly number[]): number {
  const longest = Math.max(...lengths);
  const torn = lengths.reduce((total, length) => total + (longest - length) * 0.25, 0);
  const hourglass = lengths.some((length, index) => length < (lengths[index - 1] ?? length) && length < (lengths[index + 1] ?? length));
  const block = longest - Math.min(...lengths) < 1;
  const stub = Math.min(...lengths) < 4;
  return torn + (hourglass ? 8 : 0) + (stub ? 8 : 0) + (block ? 1 : 0);
}

/** What stands before or after a line end when a title is cut by meaning. */
const clauseEnd = /(?:的|、|；|，|暨|并|》|”)$/u;
const conjunctionNext = /^(?:与|和|及|以及|暨|并)/u;
const clauseStart = /^(?:关于|《)/u;
/** 区级名师工作室 and 系统名师工作室 are one thing; a lead's name and subject may stand on the line before. */
const studioAfterName = /(?<!级|系统|区)名师工作室$/u;
/** A line neither begins with what leans on the word before nor ends with what leans on the word after. */
const neverFirst = /^(?:的|了|等|、|，|。|；|：|》|”|’|）|】|〕|号|名单$|函$|书$)/u;
const neverLast = /(?:关于|对|向|在|与|和|及|暨|并|《|“|‘|（|【|〔|第)$/u;

function breaksOf(parts: readonly string[]): Break[] {
  const whole = parts.join('');
  const characters = Array.from(whole);
  const partEnds = new Set<number>();
  let end = 0;
  for (const part of parts) partEnds.add((end += Array.from(part).length));
  const wordEnds = wordEndsOf(whole);
  const breaks: Break[] = [];
  let depth = 0;
  for (let at = 1; at < characters.length; at++) {
    const [last = '', next = ''] = [characters[at - 1], characters[at]];
    if (last === '《') depth += 1;
    if (last === '》') depth -= 1;
    if (/^[\x20-\x7e]$/.test(last) && /^[\x20-\x7e]$/.test(next)) continue;
    const before = characters.slice(0, at).join('');
    const after = characters.slice(at).join('');
    if (partEnds.has(at)) breaks.push({ at, cost: costs.part });
    else if (neverFirst.test(after) || neverLast.test(before) || !wordEnds.has(at)) breaks.push({ at, cost: costs.character });
    else if (depth > 0) breaks.push({ at, cost: costs.quoted });
    else if (clauseEnd.test(before) || clauseStart.test(after)) breaks.push({ at, cost: costs.clause });
    else if (conjunctionNext.test(after) || studioAfterName.test(before + after.slice(0, 5))) breaks.push({ at, cost: costs.phrase });
    else breaks.push({ at, cost: costs.word });
  }
  return breaks;
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Names of things that the segmenter would cut, longest first. */
const terms =
  /(名师工作室|工作室|领办人|承诺书|通知书|人力资源局|教育局|办公室|拟入围|名单|专项经费|先建后补|跨学科|\d{4}年度?|〔\d{4}〕\d+号)/u;

/** Where words end. A single character goes with the word before it. */
function wordEndsOf(text: string): ReadonlySet<number> {
  const ends = new Set<number>();
  let at = 0;
  for (const part of text.split(terms)) {
    const segments = terms.test(part) ? [part] : Array.from(segmenter.segment(part), ({ segment }) => segment);
    for (const segment of segments) {
      const length = Array.from(segment).length;
      if (length === 1) ends.delete(at);
      ends.add((at += length));
    }
  }
  return ends;
}

/** For a title of more than three lines: filled line by line, each ended at its best place, none left with a single character. */
function fill(characters: readonly string[], breaks: readonly Break[]): readonly string[] {
  const lines: string[] = [];
  let start = 0;
  while (ems(characters.slice(start).join('')) > longestLine) {
    const from = start;
    const reach = breaks.filter(
      ({ at }) => at > from + 1 && at < characters.length - 1 && ems(characters.slice(from, at).join('')) <= longestLine,
    );
    const best = reach.toSorted((one, other) => one.cost - one.at + from - (other.cost - other.at + from))[0];
    const at = best?.at ?? characters.length;
    lines.push(characters.slice(start, at).join(''));
    start = at;
  }
  return start < characters.length ? [...lines, characters.slice(start).join('')] : lines;
}

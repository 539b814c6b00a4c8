import { median, type Taken } from './measured.ts';

/** A table of Markdown; numbers stand at the right. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map((_, index) => (index === 0 ? '---' : '---:')), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** What the rounds of each case took, beside the first of them. */
export function roundsTable(taken: ReadonlyMap<string, readonly Taken[]>, what: string): string {
  const [own = []] = taken.values();
  return table(
    ['', `${what}，毫秒（中位数）`, '最快—最慢', '相对本程序', '内存峰值 MB', '其中开始前已有'],
    [...taken].map(([name, rounds]) => {
      const times = rounds.map(({ milliseconds }) => milliseconds);
      return [
        name,
        median(times).toFixed(0),
        `${Math.min(...times).toFixed(0)}—${Math.max(...times).toFixed(0)}`,
        `${(medianOf(rounds, 'milliseconds') / medianOf(own, 'milliseconds')).toFixed(2)} 倍`,
        medianOf(rounds, 'megabytes').toFixed(0),
        medianOf(rounds, 'before').toFixed(0),
      ];
    }),
  );
}

/** Median of one of the figures of some rounds. */
export function medianOf(rounds: readonly Taken[], of: keyof Taken): number {
  return median(rounds.map((taken) => taken[of]));
}

/** A case as it grows. */
export interface Growth {
  readonly name: string;
  readonly points: readonly { readonly count: number; readonly taken: Taken }[];
}

/** One figure of every case at every count. */
export function growthTable(cases: readonly Growth[], counts: readonly number[], unit: string, of: keyof Taken): string {
  return table(
    ['', ...counts.map((count) => `${count} ${unit}`)],
    cases.map(({ name, points }) => [
      name,
      ...counts.map((count) => points.find((point) => point.count === count)?.taken[of].toFixed(0) ?? '—'),
    ]),
  );
}

/** 达到, or what was reached instead. */
export function verdict(reached: boolean): string {
  return reached ? '达到' : '没有达到';
}

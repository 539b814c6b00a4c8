import type { Growth } from './report-table.ts';

const width = 720;
const height = 320;
const left = 64;
const right = 170;
const top = 40;
const bottom = 44;
const colours = ['#1f4e79', '#c55a11', '#7f7f7f'] as const;

/** Milliseconds by count as an SVG picture; both axes grow tenfold from line to line, so that what is linear rises at 45 degrees or so. */
export function growthChart(title: string, unit: string, cases: readonly Growth[]): string {
  const points = cases.flatMap((each) => each.points);
  const across = decades(points.map(({ count }) => count));
  const up = decades(points.map(({ taken }) => taken.milliseconds));
  const x = (count: number): number => left + ((Math.log10(count) - across.from) / (across.to - across.from)) * (width - left - right);
  const y = (time: number): number => height - bottom - ((Math.log10(time) - up.from) / (up.to - up.from)) * (height - top - bottom);
  const lines = [
    ...steps(across).map((power) => {
      const at = x(10 ** power).toFixed(1);
      return `<path d="M${at} ${top}V${height - bottom}" stroke="#ddd"/><text x="${at}" y="${height - bottom + 18}" text-anchor="middle">${10 ** power}</text>`;
    }),
    ...steps(up).map((power) => {
      const at = y(10 ** power).toFixed(1);
      return `<path d="M${left} ${at}H${width - right}" stroke="#ddd"/><text x="${left - 8}" y="${Number(at) + 4}" text-anchor="end">${10 ** power}</text>`;
    }),
    ...cases.map(({ name, points: own }, index) => {
      const colour = colours[index % colours.length] ?? colours[0];
      const placed = own.map(({ count, taken }) => `${x(count).toFixed(1)} ${y(taken.milliseconds).toFixed(1)}`);
      const dots = placed.map((place) => `<circle cx="${place.replace(' ', '" cy="')}" r="3" fill="${colour}"/>`).join('');
      const label = `<rect x="${width - right + 16}" y="${top + index * 22}" width="14" height="4" fill="${colour}"/><text x="${width - right + 36}" y="${top + index * 22 + 6}">${name}</text>`;
      return `<polyline points="${placed.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>${dots}${label}`;
    }),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" fill="#333">
<rect width="${width}" height="${height}" fill="#fff"/>
<text x="${left}" y="22" font-size="14">${title}（毫秒）</text>
<text x="${width - right}" y="${height - 8}" text-anchor="end">${unit}</text>
${lines.join('\n')}
</svg>
`;
}

interface Decades {
  readonly from: number;
  readonly to: number;
}

function decades(values: readonly number[]): Decades {
  const from = Math.floor(Math.log10(Math.min(...values)));
  return { from, to: Math.max(from + 1, Math.ceil(Math.log10(Math.max(...values)))) };
}

function steps({ from, to }: Decades): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

import type { ReviewItemView } from '../../workflow/contract/review-sheet.ts';

/** How people say that a criterion does not apply. */
export const notApplicable = '不适用';

/** The band and the points of an answer such as `优 14`, as far as they are filled in. */
export function readBand(
  answer: string,
  bands: readonly { readonly label: string }[],
): { readonly band: string | undefined; readonly points: number | undefined } {
  const band = bands.find(({ label }) => answer.startsWith(label))?.label;
  const points = answer.slice(band?.length ?? 0).trim();
  return { band, points: points === '' ? undefined : Number(points) };
}

/** `优 14`; nothing while neither is filled in. */
export function writeBand(band: string | undefined, points: number | null | undefined): string | undefined {
  const parts = [band ?? '', points === null || points === undefined ? '' : String(points)].filter((part) => part !== '');
  return parts.length === 0 ? undefined : parts.join(' ');
}

/** The rule of a criterion in a line. */
export function ruleText(item: ReviewItemView): string {
  switch (item.kind) {
    case 'veto':
      return '一票否决：有此情形的，评审不合格';
    case 'bands':
      return `分档：${item.bands.map(({ label, least, most }) => `${label} ${least}-${most}`).join('；')}`;
    case 'deduction':
      return `扣分：目标 ${item.target} ${item.unit}，每少 ${item.step} 扣 ${item.deduct} 分，扣完为止`;
    case 'counted':
      return `计件：每件 ${item.each} 分${item.levels.map(({ label, coefficient }) => `；${label} ×${coefficient}`).join('')}，满分封顶`;
    default:
      return item satisfies never;
  }
}

import {
  type BandItem,
  type CountedItem,
  type DeductionItem,
  fullTotal,
  rounded,
  type ScoredItem,
  type ScoreItem,
  type ScoreSheet,
  weightedPoints,
} from './score-sheet.ts';

function aboveZero(number: number): boolean {
  return Number.isFinite(number) && number > 0;
}

function bandProblems({ points, bands }: BandItem): readonly string[] {
  if (bands.length === 0) return ['没有分档'];
  const ascending = bands.toSorted((left, right) => left.least - right.least);
  return [
    ...bands.flatMap(({ label, least, most }) => {
      const sound = least >= 0 && least <= most && most <= points;
      return sound ? [] : [`分档「${label}」应在 0 至 ${points} 分之间，且下限不大于上限`];
    }),
    ...ascending.flatMap((band, index) => {
      const next = ascending[index + 1];
      return next !== undefined && next.least <= band.most ? [`分档「${band.label}」与「${next.label}」重叠`] : [];
    }),
    ...(new Set(bands.map(({ label }) => label)).size === bands.length ? [] : ['分档名称有重复']),
  ];
}

function deductionProblems({ target, step, deduct }: DeductionItem): readonly string[] {
  return [target, step, deduct].every(aboveZero) ? [] : ['目标数、每少多少、扣多少分都应大于 0'];
}

function countedProblems({ each, levels }: CountedItem): readonly string[] {
  return [
    ...(aboveZero(each) ? [] : ['每件得分应大于 0']),
    ...(levels.length === 0 ? ['没有级别'] : []),
    ...(new Set(levels.map(({ code }) => code)).size === levels.length ? [] : ['级别代码有重复']),
    ...levels.filter(({ coefficient }) => !aboveZero(coefficient)).map(({ label }) => `级别「${label}」的系数应大于 0`),
  ];
}

/** What each way of scoring asks of its items. */
function methodProblems(item: ScoredItem): readonly string[] {
  if (item.kind === 'bands') return bandProblems(item);
  return item.kind === 'deduction' ? deductionProblems(item) : countedProblems(item);
}

function itemProblems(item: ScoreItem): readonly string[] {
  const named = item.code.trim() === '' || item.title.trim() === '' ? ['没有编号或名称'] : [];
  if (item.kind === 'veto') return named;
  return [
    ...named,
    ...(aboveZero(item.points) ? [] : ['分值应大于 0']),
    ...(aboveZero(item.weight ?? 1) ? [] : ['权重应大于 0']),
    ...methodProblems(item),
  ];
}

/**
 * What is wrong with a score sheet before anybody scores by it, in Chinese; nothing when it is sound. The ordinary items make 100 points
 * together, bonus and veto items aside. 第十一条: each department makes its own.
 */
export function scoreSheetProblems({ title, items, bonusAbove100: _bonus, thresholds }: ScoreSheet): readonly string[] {
  const codes = items.map(({ code }) => code);
  const doubled = new Set(codes.filter((code, index) => codes.indexOf(code) !== index));
  const ordinary = items.filter((item) => item.kind !== 'veto').filter(({ bonus }) => bonus !== true);
  const total = rounded(ordinary.reduce((sum, item) => sum + weightedPoints(item), 0));
  return [
    ...(title.trim() === '' ? ['没有名称'] : []),
    ...items.flatMap((item) => itemProblems(item).map((problem) => `项目 ${item.code}「${item.title}」${problem}`)),
    ...[...doubled].map((code) => `编号 ${code} 重复`),
    ...(total === fullTotal ? [] : [`各项满分合计应为 ${fullTotal} 分，现为 ${total} 分`]),
    ...(thresholds === undefined || (thresholds.qualified > 0 && thresholds.qualified <= thresholds.excellent)
      ? []
      : ['合格线应大于 0，且不高于优秀线']),
  ];
}

import { Refusal } from '../../policy/refusal.ts';
import { type Answer, scoringPlace } from '../../policy/scoring/item-score.ts';
import type { Band, CountedLevel, ScoredItem, ScoreItem } from '../../policy/scoring/score-sheet.ts';

/** The ways of scoring, by what people call them. */
export const scoringMethods = { bands: '分档', deduction: '扣分', counted: '计件', veto: '一票否决' } as const;
export type ScoringMethod = keyof typeof scoringMethods;

/** How the rule of each method is written, for help and for refusals. */
export const ruleForms: Readonly<Record<Exclude<ScoringMethod, 'veto'>, string>> = {
  bands: '优 12-15；良 8-11；一般 0-7',
  deduction: '目标 500 人次，每少 10 扣 1',
  counted: '每件 2；国家级 3；省级 2；市级 1',
};

const number = String.raw`\d+(?:\.\d+)?`;

function parts(text: string): readonly string[] {
  return text
    .split(/[;；\n]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function bandOf(part: string): Band | undefined {
  const match = new RegExp(`^(.+?)\\s*(${number})(?:\\s*[-－—~～至]\\s*(${number}))?$`, 'u').exec(part);
  if (match === null) return undefined;
  const [one, other] = [Number(match[2]), Number(match[3] ?? match[2])];
  return { label: (match[1] ?? '').trim(), least: Math.min(one, other), most: Math.max(one, other) };
}

function levelOf(part: string): CountedLevel | undefined {
  const match = new RegExp(`^(.+?)\\s*(?:×|x|\\*)?\\s*(${number})$`, 'u').exec(part);
  if (match === null) return undefined;
  const label = (match[1] ?? '').trim();
  return { code: label, label, coefficient: Number(match[2]) };
}

/** What a criterion says of itself besides its rule. */
interface Criterion {
  readonly code: string;
  readonly title: string;
  readonly points: number;
  readonly weight?: number | undefined;
  readonly mayNotApply?: boolean | undefined;
  readonly bonus?: boolean | undefined;
}

/** A scored item out of its rule as people write it; `undefined` when it is not written so. */
export function itemOf(method: Exclude<ScoringMethod, 'veto'>, rule: string, criterion: Criterion): ScoredItem | undefined {
  if (method === 'bands') {
    const bands = parts(rule).map(bandOf);
    return bands.length > 0 && bands.every((band) => band !== undefined) ? { kind: 'bands', ...criterion, bands } : undefined;
  }
  if (method === 'deduction') {
    const match = new RegExp(
      `^目标\\s*(${number})\\s*(\\S*?)[，,;；\\s]+每少\\s*(${number})\\s*\\S*?\\s*扣\\s*(${number})\\s*分?$`,
      'u',
    ).exec(rule.trim());
    if (match === null) return undefined;
    const [, target, unit = '', step, deduct] = match;
    return { kind: 'deduction', ...criterion, target: Number(target), unit, step: Number(step), deduct: Number(deduct) };
  }
  const [first = '', ...rest] = parts(rule);
  const each = new RegExp(`^每件\\s*(${number})\\s*分?$`, 'u').exec(first)?.[1];
  const levels = rest.map(levelOf);
  if (each === undefined || !levels.every((level) => level !== undefined)) return undefined;
  return { kind: 'counted', ...criterion, each: Number(each), levels };
}

/** How an assessor answers each kind of item. */
export function answerForm(item: ScoreItem): string {
  if (item.kind === 'veto') return '填 是 或 否';
  if (item.kind === 'bands') return `填档次和分数，如 ${item.bands[0]?.label ?? ''} ${item.bands[0]?.most ?? 0}`;
  if (item.kind === 'deduction') return `填完成数，如 ${item.target}`;
  return `填各项成果和级别，如 省级课题：${item.levels[0]?.label ?? ''}；没有的填无`;
}

/** An answer as people write it. Refuses what is not written so, saying how it is. */
export function answerOf(item: ScoreItem, text: string): Answer {
  const answer = read(item, text.trim());
  if (answer === undefined)
    throw new Refusal(`无法计分：项目 ${item.code}「${item.title}」填的「${text}」看不懂，请${answerForm(item)}。`, scoringPlace);
  return answer;
}

function read(item: ScoreItem, text: string): Answer | undefined {
  if (text === '不适用') return { kind: 'not-applicable' };
  if (item.kind === 'veto') {
    if (text === '是' || text === '有') return { kind: 'veto', found: true };
    return text === '否' || text === '无' ? { kind: 'veto', found: false } : undefined;
  }
  if (item.kind === 'deduction') {
    return new RegExp(`^${number}$`, 'u').test(text) ? { kind: 'deduction', actual: Number(text) } : undefined;
  }
  if (item.kind === 'bands') {
    const match = new RegExp(`^(.+?)[\\s：:]*(${number})$`, 'u').exec(text);
    return match === null ? undefined : { kind: 'bands', band: (match[1] ?? '').trim(), points: Number(match[2]) };
  }
  if (text === '无') return { kind: 'counted', achievements: [] };
  const achievements = parts(text).map((part) => /^(.+)[：:]\s*(.+)$/u.exec(part));
  if (!achievements.every((match) => match !== null)) return undefined;
  return { kind: 'counted', achievements: achievements.map(([, name = '', level = '']) => ({ name: name.trim(), level: level.trim() })) };
}

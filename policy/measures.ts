import { article } from './article.ts';
import { type DatedValue, type Parameter, valueOn } from './parameter.ts';
import { cycleYears } from './parameters/cycle-years.ts';
import { leadAgeLimit } from './parameters/lead-age-limit.ts';
import { leadCount } from './parameters/lead-count.ts';
import { memberAgeLimit } from './parameters/member-age-limit.ts';
import { minimumArea } from './parameters/minimum-area.ts';
import { qualificationLevels } from './parameters/qualification-levels.ts';
import { rectificationDays } from './parameters/rectification-days.ts';
import { teamSize } from './parameters/team-size.ts';
import { eventTarget, innovationTarget, topicTarget, trainingTarget } from './parameters/yearly-targets.ts';
import type { PlainDate } from './plain-date.ts';
import { Refusal } from './refusal.ts';

/** Every quantity the Measures set, by name. */
const parameters = {
  leadCount,
  teamSize,
  leadAgeLimit,
  qualificationLevels,
  memberAgeLimit,
  minimumArea,
  trainingTarget,
  topicTarget,
  eventTarget,
  innovationTarget,
  cycleYears,
  rectificationDays,
} as const;

type ParameterName = keyof typeof parameters;
type ValueOf<Declared> = Declared extends Parameter<infer Value> ? Value : never;

/** A published text of the Measures and the day it takes effect. */
interface MeasuresText {
  readonly id: string;
  readonly title: string;
  readonly documentNumber: string;
  readonly effectiveFrom: string;
}

/** Published texts, oldest first. 第二十二条: in force from the day of issue. */
const texts: readonly MeasuresText[] = [
  { id: 'wuchang-2014', title: '武昌区名师工作室建设管理办法', documentNumber: '武昌人才办〔2014〕2号', effectiveFrom: '2014-10-10' },
];

/** The Measures as they stand on one day: the text in force and each of its quantities with its provision. */
export interface Measures extends MeasuresText {
  readonly values: { readonly [Name in ParameterName]: DatedValue<ValueOf<(typeof parameters)[Name]>> };
}

/** The Measures in force on a day. Refuses a day before the first text took effect rather than guess (第二十二条). */
export function measuresOn(on: PlainDate): Measures {
  const text = texts.findLast(({ effectiveFrom }) => effectiveFrom <= on);
  if (text === undefined) {
    throw new Refusal(`无法按《办法》办理 ${on} 的事项：《办法》自 ${texts[0]?.effectiveFrom ?? ''} 起施行。请核对日期。`, article(22));
  }
  return { ...text, values: valuesOn(on) };
}

function valuesOn(on: PlainDate): Measures['values'] {
  const entries = Object.entries(parameters).map(([name, declared]) => {
    const value = valueOn(declared as Parameter<unknown>, on);
    if (value === undefined) throw new Refusal(`无法确定「${declared.label}」在 ${on} 的数值：《办法》没有规定。`);
    return [name, value] as const;
  });
  return Object.fromEntries(entries) as unknown as Measures['values'];
}

import { cycleEnd } from '../cycle.ts';
import type { Finding } from '../finding.ts';
import type { Measures } from '../measures.ts';
import type { PlainDate } from '../plain-date.ts';

/** A letter as far as its length goes. */
export interface CycleOfLetter {
  readonly number: string;
  readonly cycleFrom: PlainDate;
  readonly cycleTo: PlainDate;
}

/** Whether a letter is as long as a construction cycle. 第十九条第一款. A signed letter keeps its length whatever comes later. */
export function cycleLength({ number, cycleFrom, cycleTo }: CycleOfLetter, measures: Measures): Finding {
  const { value: years, source } = measures.values.cycleYears;
  const due = cycleEnd(cycleFrom, measures);
  const base = { rule: 'cycle-length', article: source, evidence: `${cycleFrom} 至 ${cycleTo}` };
  if (cycleTo === due) return { ...base, outcome: 'met', message: `任务承诺书 ${number} 的周期为 ${years} 年。` };
  return {
    ...base,
    outcome: 'unmet',
    message: `任务承诺书 ${number} 的周期至 ${cycleTo}，按 ${years} 年应至 ${due}：已签订的不变，续签时按 ${years} 年。`,
  };
}

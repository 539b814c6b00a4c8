import type { Finding } from '../finding.ts';
import type { Measures } from '../measures.ts';
import { type Fen, moneyText } from '../money.ts';
import { type StudioNature, studioNatureLabels } from '../studio-nature.ts';

/** A grant as far as its range goes. */
export interface AmountOfGrant {
  readonly nature: StudioNature;
  readonly amount: Fen;
}

/** Whether a grant lies within the range of the studio's nature, both ends included. 第十二条第六项. */
export function grantAmount({ nature, amount }: AmountOfGrant, { values }: Measures): Finding {
  const { value: ranges, source } = values.grantRange;
  const { least, most } = ranges[nature];
  const within = amount >= least && amount <= most;
  return {
    rule: 'grant-amount',
    article: source,
    outcome: within ? 'met' : 'unmet',
    message: `${studioNatureLabels[nature]}的名师工作室资助 ${moneyText(least)}至 ${moneyText(most)}，核定 ${moneyText(amount)}${within ? '' : '，不在范围内'}。`,
    evidence: moneyText(amount),
  };
}

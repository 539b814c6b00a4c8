import type { Finding } from '../finding.ts';
import type { Measures } from '../measures.ts';
import type { StudioFacts } from '../studio-facts.ts';

/** A rule of the Measures: what it says of a studio under the Measures of one day. Pure. */
export type Rule = (facts: StudioFacts, measures: Measures) => Finding;

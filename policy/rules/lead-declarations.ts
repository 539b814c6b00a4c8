import { article } from '../article.ts';
import { confirmed } from './confirmed.ts';
import type { Rule } from './rule.ts';

/** The lead applies and the department in charge confirms the lead before members are chosen. 第四条. */
export const leadConfirmed: Rule = (facts) => confirmed('lead-confirmed', article(4), ['lead-confirmed'], facts);

/** No violation of discipline, confirmed by the host unit. 第五条第一项. */
export const leadConduct: Rule = (facts) => confirmed('lead-conduct', article(5, 1), ['lead-conduct'], facts);

/** Works in the front line, confirmed by the host unit. 第五条第三项. */
export const leadFrontLine: Rule = (facts) => confirmed('lead-front-line', article(5, 3), ['lead-front-line'], facts);

/** In good health and up to the work. 第五条第四项. */
export const leadHealth: Rule = (facts) => confirmed('lead-health', article(5, 4), ['lead-health'], facts);

import { article } from '../article.ts';
import { confirmed } from './confirmed.ts';
import type { Rule } from './rule.ts';

/** Areas for office, research and training, display, and archive. 第七条第一项. */
export const functionalZones: Rule = (facts) =>
  confirmed('functional-zones', article(7, 1), ['zone-office', 'zone-research-training', 'zone-display', 'zone-archive'], facts);

/** Rules for management and performance, and a working process. 第七条第二项. */
export const writtenSystems: Rule = (facts) =>
  confirmed('written-systems', article(7, 2), ['system-management', 'system-performance', 'system-process'], facts);

/** A detailed work plan and an activity timetable. 第七条第二项. */
export const workPlan: Rule = (facts) => confirmed('work-plan', article(7, 2), ['work-plan', 'activity-timetable'], facts);

/** People who do the daily work. 第七条第三项. */
export const regularStaff: Rule = (facts) => confirmed('regular-staff', article(7, 3), ['regular-staff'], facts);

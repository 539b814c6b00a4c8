import { article, articleParagraph } from './article.ts';
import type { Measures } from './measures.ts';
import { type Permission, type Remark, remarkWhen } from './permission.ts';
import { addYears, type PlainDate } from './plain-date.ts';

/** What a studio's titles and its conduct of late allow it to do next. */
export interface TitleStanding {
  /** Day of the in-system naming, while that title is held. */
  readonly inSystemOn?: PlainDate | undefined;
  /** Day the naming was filed with the HR bureau. */
  readonly filedOn?: PlainDate | undefined;
  /** Day of the district plaque, while that title is held. */
  readonly districtOn?: PlainDate | undefined;
  /** Day of the latest revocation of either title. */
  readonly revokedOn?: PlainDate | undefined;
  /** An unqualified assessment that no re-inspection has passed since. */
  readonly awaitsRectification: boolean;
  /** A case of 第二十条 nobody has decided yet. */
  readonly caseOpen: boolean;
}

/** First day on which a studio may apply again after a revocation. The text sets no waiting time: none by default. */
export function reapplicationFrom(revokedOn: PlainDate, { values }: Measures): PlainDate {
  return addYears(revokedOn, values.reapplicationYears.value);
}

/** What a revocation still holds against a new application, in the system or at district level. */
export function reapplicationRemarks(revokedOn: PlainDate | undefined, on: PlainDate, measures: Measures): readonly Remark[] {
  if (revokedOn === undefined) return [];
  const from = reapplicationFrom(revokedOn, measures);
  const { value: years, source } = measures.values.reapplicationYears;
  return remarkWhen(on < from, `称号于 ${revokedOn} 撤销，${years} 年内不得再次申报，${from} 起方可申报`, source);
}

/**
 * Good standing of an in-system studio. 第十条: district studios are chosen from those named in the system. Our reading of good standing:
 * the title is held, nothing is left to mend, no case is open. A naming not yet filed with the HR bureau is a warning.
 */
export function goodStanding({ inSystemOn, filedOn, awaitsRectification, caseOpen }: TitleStanding, on: PlainDate): Permission {
  const held = inSystemOn !== undefined && inSystemOn <= on;
  return {
    against: [
      ...remarkWhen(!held, `${on} 不是系统内名师工作室，区级从系统内名师工作室中评选`, article(10)),
      ...remarkWhen(awaitsRectification, '考核不合格，整改尚未通过复查', articleParagraph(19, 2)),
      ...remarkWhen(caseOpen, '有问题线索正在查核', article(20)),
    ],
    warnings: remarkWhen(held && filedOn === undefined, '系统内命名尚未报区人力资源局备案', article(11, 3)),
  };
}

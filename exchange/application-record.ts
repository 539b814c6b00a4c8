import type { Fen } from '../policy/money.ts';
import type { PlainDate } from '../policy/plain-date.ts';
import type { Qualification, Sex } from '../policy/qualification.ts';
import type { HostUnitKind } from '../policy/studio-facts.ts';

/** One line of an application list (申报汇总表): a studio somebody applies for. */
export interface ApplicationRecord {
  readonly studioName: string;
  /** 教育, 卫生, 文化, 技能, 民生 or a sector the user added. */
  readonly sector: string;
  readonly leadName: string;
  readonly leadSex: Sex;
  /** A birth written as year and month is completed from the ID number. */
  readonly leadBirthDate: PlainDate;
  /** 18 characters, the last one a digit or X. */
  readonly leadIdNumber: string;
  readonly leadTitle: string;
  /** Grounds of 第五条第二项 whose kind and level are certain. */
  readonly leadQualifications: readonly Qualification[];
  /** Claims as written whose kind or level cannot be told; each has a warning. */
  readonly leadUnclearClaims: readonly string[];
  readonly leadPhone: string;
  readonly hostUnit: string;
  readonly hostUnitKind: HostUnitKind;
  /** Names of the members, without the lead. */
  readonly members: readonly string[];
  readonly traineeCount: number;
  readonly trainingAudience: string;
  /** Square metres. */
  readonly area: number;
  /** The host unit's own funds a year. */
  readonly dedicatedFunds: Fen;
  readonly unitOpinion: string;
  readonly appliedOn: PlainDate;
  readonly remarks: string;
}

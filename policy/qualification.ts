import type { PlainDate } from './plain-date.ts';

/** Administrative level of an honour, lowest first. "以上" includes the level itself. */
export const levels = ['district', 'municipal', 'provincial', 'national'] as const;
export type Level = (typeof levels)[number];

/** What people call a level. */
export const levelLabels: Readonly<Record<Level, string>> = { district: '区级', municipal: '市级', provincial: '省级', national: '国家级' };

/** True when a level is the wanted one or higher. */
export function atLeast(level: Level, wanted: Level): boolean {
  return levels.indexOf(level) >= levels.indexOf(wanted);
}

/** The five grounds of 第五条第二项, any one of which qualifies a lead. */
export const qualificationKinds = [
  'government-allowance',
  'discipline-leader',
  'professional-title',
  'talent-programme',
  'competition-award',
] as const;
export type QualificationKind = (typeof qualificationKinds)[number];

/** What people call each ground. */
export const qualificationLabels: Readonly<Record<QualificationKind, string>> = {
  'government-allowance': '政府专项津贴',
  'discipline-leader': '学科带头人',
  'professional-title': '名师或专业荣誉称号',
  'talent-programme': '重点人才计划',
  'competition-award': '专业竞赛奖项',
};

/** One ground a lead claims, or an honour of a member. */
export interface Qualification {
  readonly kind: QualificationKind;
  readonly level: Level;
  /** As written on the certificate: 武汉市学科带头人. */
  readonly name: string;
  readonly issuingBody?: string;
  readonly year?: number;
  /** Where the paper is: attachment, file number. */
  readonly evidence?: string;
}

/** Someone's sex as the identity card states it. */
export type Sex = 'male' | 'female';
export const sexLabels: Readonly<Record<Sex, string>> = { male: '男', female: '女' };

/** What the Measures ask about a person. Everything may still be unknown. */
export interface PersonFacts {
  readonly name: string;
  readonly sex?: Sex;
  readonly birthDate?: PlainDate;
  readonly qualifications: readonly Qualification[];
  /** Claims as written whose kind or level nobody could tell yet. */
  readonly unclearClaims?: readonly string[];
}

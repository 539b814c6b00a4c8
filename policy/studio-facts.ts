import type { Fen } from './money.ts';
import type { PlainDate } from './plain-date.ts';
import type { PersonFacts } from './qualification.ts';

/** 第三条: a studio stands on an enterprise or a public institution of the district. */
export type HostUnitKind = 'enterprise' | 'public-institution' | 'other';
export const hostUnitLabels: Readonly<Record<HostUnitKind, string>> = {
  enterprise: '企业',
  'public-institution': '事业单位',
  other: '其他',
};

/**
 * The facts that are neither numbers nor dates: somebody confirms each of them and says on what paper.
 * Declarations of the lead (第五条), conditions of the place (第七条), and the confirmation of the lead (第四条).
 */
export const confirmationSubjects = [
  'lead-confirmed',
  'lead-conduct',
  'lead-front-line',
  'lead-health',
  'member-age',
  'member-conduct',
  'member-results',
  'zone-office',
  'zone-research-training',
  'zone-display',
  'zone-archive',
  'system-management',
  'system-performance',
  'system-process',
  'work-plan',
  'activity-timetable',
  'regular-staff',
] as const;
export type ConfirmationSubject = (typeof confirmationSubjects)[number];

/** What people call each confirmed fact. */
export const confirmationLabels: Readonly<Record<ConfirmationSubject, string>> = {
  'lead-confirmed': '领办人经有关部门确认',
  'lead-conduct': '领办人无违纪违规记录',
  'lead-front-line': '领办人在一线岗位工作',
  'lead-health': '领办人身体健康、能胜任工作',
  'member-age': '团队成员年龄（已核对证件）',
  'member-conduct': '团队成员品德与专业素质',
  'member-results': '团队成员已取得荣誉或成果',
  'zone-office': '办公区域',
  'zone-research-training': '科研和培训区域',
  'zone-display': '展示区域',
  'zone-archive': '资料存放区域',
  'system-management': '工作室管理制度',
  'system-performance': '绩效管理制度',
  'system-process': '运转流程',
  'work-plan': '工作计划',
  'activity-timetable': '活动课表',
  'regular-staff': '相对固定的工作人员',
};

/** Whether a fact holds, who said so, when, and on what paper. */
export interface Confirmation {
  readonly holds: boolean;
  readonly confirmedBy: string;
  readonly confirmedOn: PlainDate;
  readonly evidence?: string;
}

/** Everything the rules of 第三条 to 第七条 look at. A fact that is absent is not recorded yet. */
export interface StudioFacts {
  readonly name: string;
  /** Ages count on this day. */
  readonly applicationDate?: PlainDate;
  readonly hostUnit?: { readonly name: string; readonly kind?: HostUnitKind; readonly inDistrict?: boolean };
  readonly leads: readonly PersonFacts[];
  readonly members: readonly PersonFacts[];
  /** Number of fixed trainees. */
  readonly traineeCount?: number;
  /** The stated training audience (培训对象). */
  readonly trainingAudience?: string;
  /** The host unit's opinion on the application, as written. */
  readonly unitOpinion?: string;
  /** Floor area in square metres. */
  readonly area?: number;
  /** The host unit's own dedicated funds a year. */
  readonly dedicatedFunds?: Fen;
  readonly confirmations: Readonly<Partial<Record<ConfirmationSubject, Confirmation>>>;
}

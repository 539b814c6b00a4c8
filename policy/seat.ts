/** The kind of department a computer works for. 第十一条, 第十二条, 第十三条 to 第十七条. */
export type SeatKind = 'sector-bureau' | 'hr-bureau' | 'leading-group-office';

/** The two levels of studios. 第十条. */
export type StudioLevel = 'in-system' | 'district';
export const studioLevelLabels: Readonly<Record<StudioLevel, string>> = { 'in-system': '系统内', district: '区级' };

/** The steps of an in-system application, in the order they are usually taken. 第十一条. */
export const applicationStatuses = [
  'submitted',
  'received',
  'returned',
  'accepted',
  'inspected',
  'approved',
  'rejected',
  'named',
  'filed',
] as const;
export type ApplicationStatus = (typeof applicationStatuses)[number];

/** What people call each status. */
export const applicationStatusLabels: Readonly<Record<ApplicationStatus, string>> = {
  submitted: '已申报',
  received: '已收件',
  returned: '已退回',
  accepted: '已受理',
  inspected: '已考察',
  approved: '党组会已同意',
  rejected: '党组会未同意',
  named: '已命名',
  filed: '已备案',
};

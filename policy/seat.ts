/** The kind of department a computer works for. 第十一条, 第十二条, 第十三条 to 第十七条. */
export type SeatKind = 'sector-bureau' | 'hr-bureau' | 'leading-group-office';

/** What people call each kind. A department's own name is data with the dates it holds. */
export const seatKindLabels: Readonly<Record<SeatKind, string>> = {
  'sector-bureau': '行业主管部门',
  'hr-bureau': '区人力资源局',
  'leading-group-office': '区委人才工作领导小组办公室',
};

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

/** How far a studio has come in a round, in order. 第十二条第一项 to 第六项. */
export const roundSteps = [
  'applied',
  'recommended',
  'inspected',
  'shortlisted',
  'approved',
  'on-notice',
  'awarded',
  'granted',
  'paid',
  'ended',
] as const;
export type RoundStep = (typeof roundSteps)[number];

/** What people call each step. */
export const roundStepLabels: Readonly<Record<RoundStep, string>> = {
  applied: '已申请',
  recommended: '已推荐',
  inspected: '已考察',
  shortlisted: '拟入围',
  approved: '已审定',
  'on-notice': '公示',
  awarded: '已授牌',
  granted: '已核定资助',
  paid: '已发放资助',
  ended: '已退出',
};

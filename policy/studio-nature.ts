/** The nature of a studio's sector, which sets the range of its grant. 第十二条第六项. */
export type StudioNature = 'public-benefit' | 'with-market-function';

/** What people call each nature. */
export const studioNatureLabels: Readonly<Record<StudioNature, string>> = {
  'public-benefit': '纯公益性',
  'with-market-function': '具备一定市场功能',
};

/** How a title ends: revoked for cause (第十九条第二款, 第二十条), or ended without fault. */
export type TitleEnd = 'revoked' | 'ended';

export const titleEndLabels: Readonly<Record<TitleEnd, string>> = { revoked: '撤销', ended: '终止' };

import { type Article, article } from './article.ts';

/** The five groups of tasks of a commitment letter. 第九条. */
export const taskGroups = ['demonstration', 'training', 'research', 'theory', 'innovation'] as const;
export type TaskGroup = (typeof taskGroups)[number];

/** What people call each group, and the item of 第九条 it comes from. */
export const taskGroupLabels: Readonly<Record<TaskGroup, { readonly label: string; readonly article: Article }>> = {
  demonstration: { label: '做好行业示范', article: article(9, 1) },
  training: { label: '培育专业人才', article: article(9, 2) },
  research: { label: '开展学术研究', article: article(9, 3) },
  theory: { label: '形成理论成果', article: article(9, 4) },
  innovation: { label: '实施创新活动', article: article(9, 5) },
};

import { article } from '../article.ts';
import { parameter } from '../parameter.ts';
import { keeping, listOf, record, words, yesOrNo } from '../shape.ts';

/** One thing the money of a studio may be spent on. */
export interface ExpenseCategory {
  readonly code: string;
  readonly label: string;
  /**
   * Whether it counts as construction done before the district pays (先建后补). Our reading: base construction alone, the narrowest;
   * the program only warns by it.
   */
  readonly construction: boolean;
}

const wuchang: readonly ExpenseCategory[] = [
  { code: 'construction', label: '工作室基础建设', construction: true },
  { code: 'activity', label: '教育科研活动', construction: false },
  { code: 'allowance', label: '名师工作津贴', construction: false },
  { code: 'reward', label: '团队成员和学员奖励', construction: false },
  { code: 'running', label: '工作室日常开支', construction: false },
];

/** How a table marks what counts as construction. */
const constructionMark = '（计入先建）';

function writeCategory({ label, construction }: ExpenseCategory): string {
  return `${label}${construction ? constructionMark : ''}`;
}

/** People know the categories by name: a name the first text has keeps its code, a new one is a code itself. */
function readCategory(text: string): ExpenseCategory {
  const label = text.replace(/[（(]计入先建[）)]$/u, '').trim();
  return { code: wuchang.find((known) => known.label === label)?.code ?? label, label, construction: label !== text };
}

const category = record<ExpenseCategory>({ code: ['代码', words], label: ['名称', words], construction: ['是否计入先建', yesOrNo] });

/** The five things the money of a studio may be spent on, and no other. 第十八条. */
export const expenseCategories = parameter<readonly ExpenseCategory[]>({
  label: '经费开支范围',
  unit: '',
  shape: keeping(
    listOf(category, { write: writeCategory, read: readCategory }),
    (list) => new Set(list.map(({ code }) => code)).size === list.length,
    '有重复的代码',
  ),
  values: {
    '2014-10-10': {
      value: wuchang,
      source: article(18),
    },
  },
});

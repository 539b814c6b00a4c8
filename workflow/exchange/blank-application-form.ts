import { applicationForm } from '../../exchange/application-form.ts';
import { writeApplicationForm } from '../../exchange/write-application-form.ts';
import { article, articleText } from '../../policy/article.ts';
import { measuresBook } from '../measures-book.ts';
import { applicationTemplate } from './application-template.ts';
import type { Outgoing } from './outgoing.ts';

/** A blank application form for one studio, to be filled in by its host unit. 第十一条第一项. */
export const blankApplicationForm: Outgoing = {
  id: applicationForm.id,
  title: '空白申报表',
  summary: '发给所在单位，一个工作室填一份：申报内容、团队成员、证明材料；填好后在「导入」中导入。',
  article: article(11, 1),
  powers: ['sector-bureau'],
  about: 'year',
  blank: true,
  counted: '行',
  async write(context, { year }) {
    const { value: team, source } = measuresBook(context.db).on(context.today).values.teamSize;
    const teamSize = `${team.least} 至 ${team.most} 人（${articleText(source)}）`;
    return { ...(await writeApplicationForm({ ...applicationTemplate(context, year), teamSize })), rows: 0 };
  },
};

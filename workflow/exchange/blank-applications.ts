import { applicationList } from '../../exchange/application-list.ts';
import { writeApplicationListTemplate } from '../../exchange/write-application-list-template.ts';
import { article } from '../../policy/article.ts';
import { applicationTemplate } from './application-template.ts';
import type { Outgoing } from './outgoing.ts';

/** A blank application list of this seat to be filled in by host units. 第十一条第一项. */
export const blankApplications: Outgoing = {
  id: applicationList.id,
  title: '空白申报汇总表',
  summary: '发给所在单位填报申报，填好后在「导入」中导入。',
  article: article(11, 1),
  powers: ['sector-bureau', 'hr-bureau', 'leading-group-office'],
  about: 'nothing',
  blank: true,
  counted: '行',
  async write(context, { year }) {
    return { ...(await writeApplicationListTemplate(applicationTemplate(context, year))), rows: 0 };
  },
};

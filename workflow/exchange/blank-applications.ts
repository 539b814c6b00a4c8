import { listSectors } from '../../db/queries/departments.ts';
import { applicationList, writeApplicationListTemplate } from '../../exchange/application-list.ts';
import { article } from '../../policy/article.ts';
import { measuresBook } from '../measures-book.ts';
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
  async write({ db, seat, today }, { year }) {
    const written = await writeApplicationListTemplate({
      year,
      department: seat.name,
      sector: seat.sectors.join('、'),
      sectors: listSectors(db).map(({ name }) => name),
      date: today,
      measuresId: measuresBook(db).on(today).id,
    });
    return { ...written, rows: 0 };
  },
};

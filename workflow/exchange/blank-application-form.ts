import { listSectors } from '../../db/queries/departments.ts';
import { applicationForm } from '../../exchange/application-form.ts';
import { writeApplicationForm } from '../../exchange/write-application-form.ts';
import { article } from '../../policy/article.ts';
import { measuresBook } from '../measures-book.ts';
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
  async write({ db, seat, today }, { year }) {
    const written = await writeApplicationForm({
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

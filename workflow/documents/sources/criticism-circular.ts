import type { Transaction } from '../../../db/database.ts';
import { type MisconductCase, readCases } from '../../../db/queries/cases.ts';
import { departmentsOn } from '../../../db/queries/departments.ts';
import { leadsOn } from '../../../db/queries/leads.ts';
import { readRevocations } from '../../../db/queries/revocations.ts';
import { article } from '../../../policy/article.ts';
import { Refusal } from '../../../policy/refusal.ts';
import { actingLevel } from '../../act-of.ts';
import { measuresBook } from '../../measures-book.ts';
import type { StudioSources } from '../document-source.ts';
import { imprintOf } from './imprint-of.ts';
import { revocationSteps } from './revocation-steps.ts';

const place = article(20);

/** 通报批评: the latest this seat issued about the studio. 第二十条. */
export const criticismCircularSources: StudioSources = {
  scope: 'studio',
  article: place,
  candidates: (tx, studio, seat) => latest(tx, studio.id, seat.id) !== undefined,
  source(tx, studio, { seat }) {
    const found = latest(tx, studio.id, seat.id);
    const level = actingLevel('issue-circular', seat.kind);
    const revocation = readRevocations(tx, studio.id).find((each) => each.caseId === found?.own.id && each.level === level);
    if (found === undefined || revocation === undefined) {
      throw new Refusal(
        `无法生成《通报批评》：「${studio.name}」没有通报批评的记录。因查实的问题撤销称号的，请先办理「通报批评」。`,
        place,
      );
    }
    const { own, circular } = found;
    const { number, issuedOn, people, sanctions } = circular;
    const departments = departmentsOn(tx, issuedOn);
    const department = departments.find(({ id }) => id === seat.id)?.officialName;
    const { title, documentNumber } = measuresBook(tx).on(issuedOn);
    const everybody = '各名师工作室及所在单位';
    const hrBureau = departments.find(({ kind }) => kind === 'hr-bureau')?.name;
    const input = {
      studio: studio.name,
      number,
      level,
      kind: own.kind,
      measures: { title, documentNumber },
      department,
      addressees: level === 'in-system' ? [everybody] : [hrBureau, '各行业主管部门', everybody],
      steps: revocationSteps(tx, revocation, seat.id),
      revocation: { number: revocation.number, decidedOn: revocation.decidedOn },
      ...(revocation.reclaimAmount === 0 ? {} : { reclaim: revocation.reclaimAmount }),
      lead: leadsOn(tx, studio.id, own.foundOn)[0],
      people: people.split('、'),
      sanctions: sanctions ?? undefined,
      issuedOn,
      imprint: imprintOf(tx, seat, department, issuedOn),
    };
    return { input, number, subjectId: own.id, issuedOn };
  },
};

function latest(tx: Transaction, studioId: string, departmentId: string) {
  return readCases(tx, studioId)
    .flatMap((own: MisconductCase) => own.circulars.map((circular) => ({ own, circular })))
    .filter(({ circular }) => circular.departmentId === departmentId)
    .toSorted((one, other) => (one.circular.issuedOn < other.circular.issuedOn ? -1 : 1))
    .at(-1);
}

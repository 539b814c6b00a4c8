import type { Transaction } from '../../db/database.ts';
import type { Department } from '../../db/queries/departments.ts';
import type { StudioRecord } from '../../db/queries/studios.ts';
import { addStep } from '../../db/writes/applications.ts';
import { acknowledgeFiling as acknowledge, returnFiling as sendBack } from '../../db/writes/filings.ts';
import type { PlainDate } from '../../policy/plain-date.ts';
import { actOf } from '../act-of.ts';
import { requirePower } from '../powers.ts';
import { waitingFiling } from './waiting-filing.ts';

/** Who answers the filing of a studio, and on which day. */
interface Answerer {
  readonly by: Department;
  readonly on: PlainDate;
}

/** 第十一条第三项, 第十六条: the filing that waits is taken into the HR bureau's books under a number. Refuses where none waits. */
export function acknowledgeWaiting(tx: Transaction, studio: StudioRecord, { by, on }: Answerer, number: string): void {
  const act = actOf('acknowledge-filing');
  requirePower(act, studio, by);
  const { id, designationId } = waitingFiling(tx, studio, on, act.title, act.article);
  acknowledge(tx, { id, designationId, answeredBy: by.id, answeredOn: on, number });
}

/** 第十一条第三项, 第十六条: the filing that waits goes back to the bureau with its reason; the naming stands. Refuses where none waits. */
export function returnWaiting(tx: Transaction, studio: StudioRecord, { by, on }: Answerer, reason: string): void {
  const act = actOf('return-filing');
  requirePower(act, studio, by);
  const { id, designationId } = waitingFiling(tx, studio, on, act.title, act.article);
  sendBack(tx, { id, designationId, answeredBy: by.id, answeredOn: on, reason });
  if (studio.application?.status !== 'filed') return;
  addStep(tx, { applicationId: studio.application.id, status: 'named', onDate: on, departmentId: by.id, reason, details: {} });
}

import { count, eq } from 'drizzle-orm';
import type { PlainDate } from '../../policy/plain-date.ts';
import type { ApplicationStatus } from '../../policy/seat.ts';
import type { Confirmation, ConfirmationSubject } from '../../policy/studio-facts.ts';
import type { Transaction } from '../database.ts';
import { newId } from '../new-id.ts';
import { applicationSteps, applications, confirmations, specialApprovals } from '../schema.ts';

/** A step to be added to an application. */
export interface NewStep {
  readonly applicationId: string;
  readonly status: ApplicationStatus;
  readonly onDate: PlainDate;
  readonly departmentId: string;
  readonly reason?: string;
  /** What was recorded at the step, by field. */
  readonly details: Readonly<Record<string, unknown>>;
}

/** Adds a step after those an application has, and makes it the application's status. 第十一条. */
export function addStep(tx: Transaction, step: NewStep): void {
  const taken = tx.select({ steps: count() }).from(applicationSteps).where(eq(applicationSteps.applicationId, step.applicationId)).get();
  tx.insert(applicationSteps)
    .values({
      id: newId(),
      applicationId: step.applicationId,
      sequence: (taken?.steps ?? 0) + 1,
      status: step.status,
      onDate: step.onDate,
      departmentId: step.departmentId,
      reason: step.reason ?? null,
      details: JSON.stringify(step.details),
    })
    .run();
  tx.update(applications).set({ status: step.status }).where(eq(applications.id, step.applicationId)).run();
}

/** A special case somebody approved for one rule of one application. 第五条第四项, 第六条第一项, 第七条第一项. */
export function addApproval(
  tx: Transaction,
  approval: {
    readonly applicationId: string;
    readonly rule: string;
    readonly reason: string;
    readonly approver: string;
    readonly onDate: PlainDate;
  },
): void {
  tx.insert(specialApprovals)
    .values({ id: newId(), ...approval })
    .run();
}

/** Records who stands for a fact; a later word replaces an earlier one. */
export function confirmFact(tx: Transaction, studioId: string, subject: ConfirmationSubject, confirmation: Confirmation): void {
  const values = { ...confirmation, evidence: confirmation.evidence ?? null };
  tx.insert(confirmations)
    .values({ studioId, subject, ...values })
    .onConflictDoUpdate({ target: [confirmations.studioId, confirmations.subject], set: values })
    .run();
}

/** What was decided on an application keeps the set of the Measures it was judged by. */
export function keepMeasures(tx: Transaction, applicationId: string, measuresId: string): void {
  tx.update(applications).set({ measuresId }).where(eq(applications.id, applicationId)).run();
}

/** A returned application is handed in again: its reference day moves on. */
export function resubmitApplication(tx: Transaction, applicationId: string, appliedOn: PlainDate): void {
  tx.update(applications).set({ appliedOn }).where(eq(applications.id, applicationId)).run();
}

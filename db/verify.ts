import { type AuditVerification, verifyAudit } from './audit.ts';
import type { ReadableDatabase } from './database.ts';
import { registerDamage } from './register-damage.ts';

/** What a check of the whole register found. */
export interface RegisterVerification {
  /** `ok`, or what is wrong, in Chinese. */
  readonly database: string;
  readonly audit: AuditVerification;
}

/** Checks every page, index, check and reference of the register, and the chain of its audit log. Does not throw for a damaged one. */
export function verifyRegister(db: ReadableDatabase): RegisterVerification {
  try {
    return { database: registerDamage(db.$client) ?? 'ok', audit: verifyAudit(db) };
  } catch (error) {
    // A log that cannot be read to its end cannot be vouched for from its first row on.
    return { database: `数据库文件损坏，无法读完（${String(error)}）。`, audit: { entries: 0, firstBroken: 1 } };
  }
}

import { article } from '../article.ts';
import { type Permission, remarkWhen } from '../permission.ts';
import type { PlainDate } from '../plain-date.ts';

/** What 第二十条 punishes. */
export type MisconductKind = 'fraud' | 'violation' | 'grave-fault';
export const misconductLabels: Readonly<Record<MisconductKind, string>> = {
  fraud: '弄虚作假',
  violation: '违纪违法',
  'grave-fault': '出现过失造成巨大负面影响',
};

/** The record of a case: how it was found, what it is, who verified it, what came out. 第二十条. */
export interface CaseRecord {
  readonly kind: MisconductKind;
  readonly foundOn: PlainDate;
  /** Inspection, report from the public, audit … */
  readonly foundHow: string;
  readonly facts: string;
  /** References to the papers. */
  readonly evidence: readonly string[];
  /** What damage a fault did; only a fault with great negative impact falls under 第二十条. */
  readonly impact?: string | undefined;
  readonly verification?: { readonly by: string; readonly on: PlainDate; readonly holds: boolean } | undefined;
  /** What the studio said to it. */
  readonly statement?: string | undefined;
}

const place = article(20);

/** A case is verified by somebody, once, not before it was found. */
export function mayVerifyCase({ foundOn, verification }: CaseRecord, by: string, on: PlainDate): Permission {
  return {
    against: [
      ...remarkWhen(verification !== undefined, `已于 ${verification?.on} 查核`, place),
      ...remarkWhen(by.trim() === '', '须写明由谁查核', place),
      ...remarkWhen(on < foundOn, `查核日期 ${on} 早于发现日期 ${foundOn}`, place),
    ],
    warnings: [],
  };
}

/**
 * Whether a case can lead to a revocation: it is verified as true (经查明属实) and its record is complete. That the studio was not heard
 * is a warning: the text does not ask for it, fairness does.
 */
export function mayRevokeForMisconduct(record: CaseRecord, on: PlainDate): Permission {
  const { verification, kind, impact, statement } = record;
  return {
    against: [
      ...remarkWhen(record.foundHow.trim() === '', '没有写明如何发现', place),
      ...remarkWhen(record.facts.trim() === '', '没有写明事实', place),
      ...remarkWhen(record.evidence.length === 0, '没有证据', place),
      ...remarkWhen(kind === 'grave-fault' && (impact ?? '').trim() === '', '过失须造成巨大负面影响，没有写明影响', place),
      ...remarkWhen(verification === undefined || verification.on > on, `截至 ${on} 尚未查核`, place),
      ...remarkWhen(verification?.holds === false, '经查不属实，应予结案', place),
    ],
    warnings: remarkWhen((statement ?? '').trim() === '', '没有听取工作室的陈述', place),
  };
}

/** The notice of criticism names the lead and whoever else is responsible, once the title is revoked for the case. 第二十条. */
export function mayIssueCircular(lead: string, named: readonly string[], revokedOn: PlainDate | undefined, on: PlainDate): Permission {
  return {
    against: [
      ...remarkWhen(revokedOn === undefined || revokedOn > on, '称号尚未因此撤销', place),
      ...remarkWhen(!named.includes(lead), `通报批评的对象应包括领办人${lead}`, place),
    ],
    warnings: [],
  };
}

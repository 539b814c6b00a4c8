import { prepared } from '../../../db/prepared.ts';
import { type Invariant, none } from './invariant.ts';

/** Acts by who may do them. 第十一条 to 第二十条, and spec of powers where the text leaves room. */
const bodies: Readonly<Record<string, readonly string[]>> = {
  'sector-bureau': [
    'receive',
    'return',
    'accept',
    'confirm',
    'inspect',
    'define-review-criteria',
    'score-application',
    'decide',
    'name',
    'file',
    'apply-to-round',
    'withdraw-from-round',
    'recommend',
  ],
  'hr-bureau': [
    'acknowledge-filing',
    'return-filing',
    'open-round',
    'inspect-candidate',
    'set-round-criteria',
    'register-expert',
    'declare-conflict',
    'record-expert-scores',
    'settle-tie',
    'shortlist',
    'decide-grant',
    'pay-grant',
    'propose-revocation',
    'make-yearly-plan',
    'supervise-mid-year',
    'review-year-end',
  ],
  'leading-group-office': ['approve-shortlist', 'post-public-notice', 'register-objection', 'settle-objection', 'award-plaque'],
  'sector-bureau hr-bureau': [
    'draw-up-letter',
    'sign-commitment-letter',
    'renew-letter',
    'record-activity',
    'correct-activity',
    'record-process-assessment',
    'record-periodic-assessment',
    'issue-rectification-notice',
    'record-rectification-report',
    'record-reinspection',
    'open-case',
    'verify-case',
    'reclaim-grant',
    'open-fund-account',
    'change-fund-account',
    'record-income',
    'record-expense',
    'return-funds',
    'correct-fund-entry',
    'change-lead',
    'change-members',
    'change-host-unit',
    'rename-studio',
    'lead-retires',
    'lead-dies',
  ],
  'hr-bureau leading-group-office': ['approve-periodic-result'],
  'sector-bureau leading-group-office': ['reward', 'revoke', 'take-back-plaque', 'issue-circular', 'end-without-fault', 'keep-title'],
};
const bodyOf = new Map(Object.entries(bodies).flatMap(([kinds, names]) => names.map((name) => [name, kinds.split(' ')] as const)));
/** What every department does at its own desk. */
const anybody = new Set([
  'init',
  'import',
  'undo-import',
  'undo-last',
  'export',
  'document',
  'correct-record',
  'change-departments',
  'add-measures',
  'withdraw-measures',
]);

/** An act of the log, by whom, and the bureau of the sector of its studio. */
interface LoggedAct {
  readonly sequence: number;
  readonly command: string;
  readonly kind: string | null;
  readonly department: string | null;
  readonly bureau: string | null;
}

function beyondPowers({ command, kind, department, bureau }: LoggedAct): string | undefined {
  if (anybody.has(command)) return undefined;
  const allowed = bodyOf.get(command);
  if (allowed === undefined) return `nobody has written down here who may do ${command}`;
  if (kind === null || !allowed.includes(kind)) return `${command} by ${kind ?? 'nobody'}`;
  return kind === 'sector-bureau' && bureau !== null && bureau !== department ? `${command} by the bureau of another sector` : undefined;
}

/** The act logged last was done by a body that may do it, and a bureau's for a studio of its own sector. 第十一条, 第十三条 to 第十七条. */
export const lastActIsWithinPowers: Invariant = {
  name: 'an act outside its power',
  broken(db) {
    const act = prepared<[], LoggedAct>(
      db,
      `SELECT audit.sequence, audit.command, departments.kind, departments.id AS department, sectors.bureau_id AS bureau FROM audit
       LEFT JOIN departments ON departments.id = audit.department_id LEFT JOIN studios ON studios.id = audit.studio_id
       LEFT JOIN sectors ON sectors.id = studios.sector_id ORDER BY audit.sequence DESC LIMIT 1`,
    ).get();
    const beyond = act === undefined ? undefined : beyondPowers(act);
    return beyond === undefined ? [] : [`${act?.sequence ?? ''} ${beyond}`];
  },
};

/** 第十三条 to 第十七条: what is written down at a level is written by the body of that level. */
export const rowsByTheBodyOfTheirLevel = none(
  'written by the body of another level',
  `WITH written AS (
     SELECT 'title' AS what, level, department_id, 'sector-bureau' AS near, 'leading-group-office' AS far FROM designations
     UNION ALL SELECT 'letter', level, department_id, 'sector-bureau', 'hr-bureau' FROM commitment_letters
     UNION ALL SELECT 'assessment', l.level, a.department_id, 'sector-bureau', 'hr-bureau' FROM assessments a
       JOIN commitment_letters l ON l.id = a.letter_id
     UNION ALL SELECT 'rectification', l.level, r.department_id, 'sector-bureau', 'hr-bureau' FROM rectifications r
       JOIN assessments a ON a.id = r.assessment_id JOIN commitment_letters l ON l.id = a.letter_id
     UNION ALL SELECT 'approval', l.level, p.department_id, 'hr-bureau', 'leading-group-office' FROM assessment_approvals p
       JOIN assessments a ON a.id = p.assessment_id JOIN commitment_letters l ON l.id = a.letter_id
     UNION ALL SELECT 'revocation', d.level, r.department_id, 'sector-bureau', 'leading-group-office' FROM revocations r
       JOIN designations d ON d.id = r.designation_id)
   SELECT what, level, kind FROM written JOIN departments ON departments.id = department_id
   WHERE kind <> CASE level WHEN 'district' THEN far ELSE near END`,
);

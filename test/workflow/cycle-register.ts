import { readAssessments, readRectifications } from '../../db/queries/assessments.ts';
import { readLetters } from '../../db/queries/commitment-letters.ts';
import { readRevocations } from '../../db/queries/revocations.ts';
import { readStudios } from '../../db/queries/studios.ts';
import type { StudioLevel } from '../../policy/seat.ts';
import { education, hr, office, type RoundRegister, roundRegister, studioOf } from './round-register.ts';

/** The studio most tests are about, of 区教育局. */
export const studio = studioOf(education, 1);

/** Every task of the letter at its yearly target. */
export const done = { '1-1': 1, '1-2': 1, '2-1': 500, '2-2': 1, '3-1': 2, '3-2': 1, '4-1': 1, '5-1': 1 };
/** Two tasks short of it. */
export const short = { ...done, '2-1': 499, '3-1': 1 };
/** Half of the tasks above it. */
export const more = { ...done, '1-1': 2, '2-1': 600, '3-1': 3, '4-1': 2 };

/** Who assesses, approves and revokes at each level. */
const bodies = {
  'in-system': { assesses: education, approves: hr, revokes: education },
  district: { assesses: hr, approves: office, revokes: office },
} as const satisfies Readonly<Record<StudioLevel, unknown>>;

/** A register in which one title has its first letter signed on 2026-09-01, for the cycle to 2028-08-31. */
export interface CycleRegister extends RoundRegister {
  readonly level: StudioLevel;
  readonly assessor: string;
  readonly approver: string;
  readonly revoker: string;
  /** Records an assessment on a day, with an opinion, so that any grade is taken. */
  readonly assess: (kind: 'process' | 'periodic', grade: string, on: string, actual?: Readonly<Record<string, number>>) => void;
  readonly approve: (on: string, decision?: string) => void;
  readonly letters: () => ReturnType<typeof readLetters>;
  readonly assessments: () => ReturnType<typeof readAssessments>;
  readonly rectification: () => ReturnType<typeof readRectifications>[number] | undefined;
  readonly revocations: () => ReturnType<typeof readRevocations>;
  readonly titles: () => Readonly<Record<string, string>>;
}

/** Opens the register on the day of the signature. A district title is one from elsewhere, held since 2026-03-05. */
export function cycleRegister(level: StudioLevel = 'in-system'): CycleRegister {
  const register = roundRegister();
  const { db, act, idOf } = register;
  const { assesses: assessor, approves: approver, revokes: revoker } = bodies[level];
  if (level === 'district') register.nameElsewhere(studio, '2026-03-05');
  register.moveTo('2026-09-01');
  act(assessor, 'sign-commitment-letter', studio);
  return {
    ...register,
    level,
    assessor,
    approver,
    revoker,
    assess(kind, grade, on, actual = done) {
      register.moveTo(on);
      act(assessor, `record-${kind}-assessment`, studio, { assessors: '甲、乙', grade, actual, opinion: '以现场查验为准' });
    },
    approve(on, decision = 'approved') {
      register.moveTo(on);
      act(approver, 'approve-periodic-result', studio, { decision, opinion: '见会议记录' });
    },
    letters: () => readLetters(db, idOf(studio)),
    assessments: () => readAssessments(db, idOf(studio)),
    rectification: () => readRectifications(db, idOf(studio)).at(-1),
    revocations: () => readRevocations(db, idOf(studio)),
    titles() {
      const [record] = readStudios(db, [idOf(studio)]);
      return Object.fromEntries((record?.designations ?? []).map((title) => [title.level, title.endKind ?? 'held']));
    },
  };
}

import type { AnyCommand } from '../command.ts';
import { applyToRound } from './apply-to-round.ts';
import { approveShortlist } from './approve-shortlist.ts';
import { awardPlaque } from './award-plaque.ts';
import { decideGrant } from './decide-grant.ts';
import { declareConflict } from './declare-conflict.ts';
import { inspectCandidate } from './inspect-candidate.ts';
import { openRound } from './open-round.ts';
import { payGrant } from './pay-grant.ts';
import { postPublicNotice } from './post-public-notice.ts';
import { recommend } from './recommend.ts';
import { recordExpertScores } from './record-expert-scores.ts';
import { registerExpert } from './register-expert.ts';
import { registerObjection } from './register-objection.ts';
import { setRoundCriteria } from './set-round-criteria.ts';
import { settleObjection } from './settle-objection.ts';
import { settleTie } from './settle-tie.ts';
import { shortlist } from './shortlist.ts';
import { withdrawFromRound } from './withdraw-from-round.ts';

/** The commands of the yearly district round, in the order of 第十二条. */
export const roundCommands: readonly AnyCommand[] = [
  openRound,
  applyToRound,
  withdrawFromRound,
  recommend,
  inspectCandidate,
  setRoundCriteria,
  registerExpert,
  declareConflict,
  recordExpertScores,
  settleTie,
  shortlist,
  approveShortlist,
  postPublicNotice,
  registerObjection,
  settleObjection,
  awardPlaque,
  decideGrant,
  payGrant,
];

/** A refusal as it crosses to callers that know only the contract: its message is for people. */
export { Refusal } from '../../policy/refusal.ts';

/** The command line itself is wrong: exit 2, with how it should be. */
export class UsageError extends Error {}

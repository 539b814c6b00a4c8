/** Builds the window into `dist/` when it is missing or older than its sources. Throws an Error in Chinese when it cannot. */
export function buildWhenStale(): Promise<void>;

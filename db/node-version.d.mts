/**
 * Why better-sqlite3 must not be loaded under this Node, in Chinese, or `null` when it may.
 * `version` is `process.version`; `ownBinding` is true when `MINGSHI_SQLITE_BINDING` names a binary built for this runtime.
 */
export function unsupportedNode(version: string, ownBinding: boolean): string | null;

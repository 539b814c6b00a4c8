/** Why a copy was made, as its file name says it. `damaged` is no backup: the file a restore replaced because nothing could read it. */
export type BackupReason = 'manual' | 'regular' | 'on-quit' | 'before-upgrade' | 'before-restore' | 'damaged';

/**
 * The name of a copy made at an instant (ISO 8601 in UTC): `register-20260810T013000Z-regular.sqlite`. Names sort by time, and
 * hold nothing that Windows forbids.
 */
export function backupFileName(at: string, reason: BackupReason): string {
  const compact = at.replace(/\.\d+Z$/, 'Z').replaceAll(/[-:]/g, '');
  return `register-${compact}-${reason}.sqlite`;
}

import type { StudioRecord } from '../../../db/queries/studios.ts';

/** What people call the studios of a bureau together: 武昌区教育系统; those of several sectors 武昌区系统内. */
export function systemOf(studios: readonly StudioRecord[]): string {
  const [sector, ...others] = [...new Set(studios.map((studio) => studio.sector.name))];
  return sector === undefined || others.length > 0 ? '武昌区系统内' : `武昌区${sector}系统`;
}

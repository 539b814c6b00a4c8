import type { StudioRecord } from '../../../db/queries/studios.ts';

/** A studio as every list of studios names it. */
export function listedStudio({ name, people, hostUnit }: StudioRecord) {
  return { name, lead: people.find(({ role }) => role === 'lead')?.name, hostUnit: hostUnit?.name };
}

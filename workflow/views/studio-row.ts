import { match as matchPinyin } from 'pinyin-pro';
import type { StudioRecord } from '../../db/queries/studios.ts';
import { applicationStatusLabels } from '../../policy/seat.ts';
import type { StudioRow } from '../contract/studio.ts';

/** Status of a studio without an application or title of its own. */
const unapplied = { status: 'registered', label: '已登记' };

/** A studio as lists show it. */
export function studioRow(record: StudioRecord): StudioRow {
  const lead = record.people.find(({ role }) => role === 'lead');
  const status = record.application?.status;
  return {
    id: record.id,
    name: record.name,
    sector: record.sector.name,
    hostUnit: record.hostUnit?.name ?? null,
    status: status ?? unapplied.status,
    statusLabel: status === undefined ? unapplied.label : applicationStatusLabels[status],
    levels: record.designations.filter(({ endedOn }) => endedOn === null).map(({ level }) => level),
    lead: lead === undefined ? null : { name: lead.name, sex: lead.sex, birthDate: lead.birthDate, idNumber: lead.idNumber },
    members: record.people.filter(({ role }) => role === 'member').map(({ name }) => ({ name })),
    area: record.area,
    funds: record.dedicatedFunds,
    appliedOn: record.application?.appliedOn ?? null,
  };
}

/** True when a row answers to what somebody typed: part of a name, its pinyin or initials, the unit, digits of the ID number. */
export function rowMatches({ name, lead, hostUnit, members }: StudioRow, search: string): boolean {
  const wanted = search.replaceAll(/\s/gu, '').toLowerCase();
  if (wanted === '') return true;
  const texts = [name, lead?.name, hostUnit, ...members.map((member) => member.name)].filter((text) => typeof text === 'string');
  if (texts.some((text) => text.includes(wanted)) || (lead?.idNumber ?? '').toLowerCase().includes(wanted)) return true;
  return /^[a-z]+$/.test(wanted) && texts.some((text) => matchPinyin(text, wanted, { continuous: true }) !== null);
}

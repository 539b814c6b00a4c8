import { plainDate } from '../../policy/plain-date.ts';
import type { DocumentInput } from '../../templates/document-kinds.ts';
import { awardListOf } from './samples.ts';

type PlaqueList = DocumentInput<'plaque-list'>;
type PlaqueFace = DocumentInput<'plaque-face'>;

/** So many plaques of a bureau, every fourth one taken back. */
export function plaqueListOf(studioCount: number): PlaqueList {
  const { period, department, studios } = awardListOf(studioCount);
  return {
    period,
    department,
    size: '60厘米×40厘米',
    studios: studios.map(({ name, lead, namedOn }, index) => ({
      name,
      lead,
      honour: '武昌区教育系统名师工作室',
      body: department,
      namedOn,
      ...(index % 4 === 3 ? { returned: { on: plainDate('2026-12-28'), receivedBy: '何思齐' } } : {}),
    })),
    printedOn: plainDate('2026-12-30'),
  };
}

/** So many plaques of the office. */
export function districtPlaquesOf(studioCount: number): PlaqueList {
  const office = '中共武汉市武昌区委人才工作领导小组办公室';
  const list = plaqueListOf(studioCount);
  return { ...list, department: office, studios: list.studios.map((studio) => ({ ...studio, honour: '武昌区名师工作室', body: office })) };
}

/** So many plaques to be cut. */
export function plaqueFacesOf(studioCount: number): PlaqueFace {
  const { studios, ...list } = plaqueListOf(studioCount);
  return { ...list, studios: studios.map(({ returned: _returned, ...plaque }) => plaque) };
}

/** A plaque of the office for the shortest or the longest name. */
export function plaqueFaceFor(name: string): PlaqueFace {
  const { studios, ...list } = districtPlaquesOf(1);
  return { ...list, studios: studios.map(({ returned: _returned, ...plaque }) => ({ ...plaque, name })) };
}

import { type PlainDate, plainDate } from '../policy/plain-date.ts';
import type { SeatKind } from '../policy/seat.ts';
import type { Transaction } from './database.ts';
import { departmentNames, departments, sectors } from './schema.ts';

interface SeedName {
  readonly id: string;
  readonly name: string;
  readonly officialName: string;
  readonly numberPrefix: string;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
}

interface SeedDepartment {
  readonly id: string;
  readonly kind: SeatKind;
  /** The sector it is the bureau of. */
  readonly sector?: { readonly id: string; readonly name: string };
  readonly names: readonly SeedName[];
}

/** The names hold from the day the Measures were issued, unless a later day is known. */
const issued = plainDate('2014-10-10');

/**
 * The departments the Measures name (第十一条, 第十二条, 第十三条 to 第十七条), with fixed ids: files travel between their computers,
 * and the same department must be the same record on each. The user may rename and add.
 *
 * 区卫计委 became 区卫生健康局 in the institutional reform that districts of Wuhan finished early in 2019. We let the new name
 * hold from 2019-01-01; a district that knows its day better corrects it in the settings.
 */
export const seedDepartmentList: readonly SeedDepartment[] = [
  {
    id: '01900000-0000-7000-8000-000000000101',
    kind: 'sector-bureau',
    sector: { id: '01900000-0000-7000-8000-000000000301', name: '教育' },
    names: [
      {
        id: '01900000-0000-7000-8000-000000000201',
        name: '区教育局',
        officialName: '武汉市武昌区教育局',
        numberPrefix: '武昌教名',
        validFrom: issued,
        validTo: null,
      },
    ],
  },
  {
    id: '01900000-0000-7000-8000-000000000102',
    kind: 'sector-bureau',
    sector: { id: '01900000-0000-7000-8000-000000000302', name: '卫生' },
    names: [
      {
        id: '01900000-0000-7000-8000-000000000202',
        name: '区卫计委',
        officialName: '武汉市武昌区卫生和计划生育委员会',
        numberPrefix: '武昌卫计名',
        validFrom: issued,
        validTo: plainDate('2018-12-31'),
      },
      {
        id: '01900000-0000-7000-8000-000000000203',
        name: '区卫生健康局',
        officialName: '武汉市武昌区卫生健康局',
        numberPrefix: '武昌卫健名',
        validFrom: plainDate('2019-01-01'),
        validTo: null,
      },
    ],
  },
  {
    id: '01900000-0000-7000-8000-000000000103',
    kind: 'sector-bureau',
    sector: { id: '01900000-0000-7000-8000-000000000303', name: '文化' },
    names: [
      {
        id: '01900000-0000-7000-8000-000000000204',
        name: '区文体旅广局',
        officialName: '武汉市武昌区文化体育旅游广电局',
        numberPrefix: '武昌文名',
        validFrom: issued,
        validTo: null,
      },
    ],
  },
  {
    id: '01900000-0000-7000-8000-000000000104',
    kind: 'sector-bureau',
    sector: { id: '01900000-0000-7000-8000-000000000304', name: '技能' },
    names: [
      {
        id: '01900000-0000-7000-8000-000000000205',
        name: '区总工会',
        officialName: '武汉市武昌区总工会',
        numberPrefix: '武昌工名',
        validFrom: issued,
        validTo: null,
      },
    ],
  },
  {
    id: '01900000-0000-7000-8000-000000000105',
    kind: 'sector-bureau',
    sector: { id: '01900000-0000-7000-8000-000000000305', name: '民生' },
    names: [
      {
        id: '01900000-0000-7000-8000-000000000206',
        name: '区民政局',
        officialName: '武汉市武昌区民政局',
        numberPrefix: '武昌民名',
        validFrom: issued,
        validTo: null,
      },
    ],
  },
  {
    id: '01900000-0000-7000-8000-000000000106',
    kind: 'hr-bureau',
    names: [
      {
        id: '01900000-0000-7000-8000-000000000207',
        name: '区人力资源局',
        officialName: '武汉市武昌区人力资源局',
        numberPrefix: '武昌人资名',
        validFrom: issued,
        validTo: null,
      },
    ],
  },
  {
    id: '01900000-0000-7000-8000-000000000107',
    kind: 'leading-group-office',
    names: [
      {
        id: '01900000-0000-7000-8000-000000000208',
        name: '区委人才工作领导小组办公室',
        officialName: '中共武汉市武昌区委人才工作领导小组办公室',
        numberPrefix: '武昌人才办',
        validFrom: issued,
        validTo: null,
      },
    ],
  },
];

/** Writes the departments, their names and sectors into a new register. */
export function seedDepartments(tx: Transaction): void {
  for (const { id, kind, sector, names } of seedDepartmentList) {
    tx.insert(departments).values({ id, kind }).run();
    for (const name of names) {
      tx.insert(departmentNames)
        .values({ ...name, departmentId: id })
        .run();
    }
    if (sector !== undefined) {
      tx.insert(sectors)
        .values({ ...sector, bureauId: id })
        .run();
    }
  }
}

import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReadableDatabase } from '../../db/database.ts';
import { openRegisterForReading } from '../../db/open-register.ts';
import { type PlainDate, plainDate } from '../../policy/plain-date.ts';
import type { SeatKind } from '../../policy/seat.ts';
import type { Workflow } from '../../workflow/contract/contract.ts';
import { openWorkflow } from '../../workflow/service.ts';

/** The seven desks: five bureaus with the sector each looks after, the HR bureau and the office of the leading group. */
const desks = [
  { name: '区教育局', kind: 'sector-bureau', sector: '教育' },
  { name: '区卫生健康局', kind: 'sector-bureau', sector: '卫生' },
  { name: '区总工会', kind: 'sector-bureau', sector: '技能' },
  { name: '区民政局', kind: 'sector-bureau', sector: '民生' },
  { name: '区文体旅广局', kind: 'sector-bureau', sector: '文化' },
  { name: '区人力资源局', kind: 'hr-bureau', sector: '' },
  { name: '区委人才工作领导小组办公室', kind: 'leading-group-office', sector: '' },
] as const satisfies readonly { readonly name: string; readonly kind: SeatKind; readonly sector: string }[];

/** A department at its own computer: a data folder nobody else has. */
export interface Seat {
  /** The name it began with, by which the others go on calling it here. */
  readonly name: string;
  readonly kind: SeatKind;
  /** What a bureau looks after; empty for the two others. */
  readonly sector: string;
  readonly folder: string;
  readonly workflow: Workflow;
  /** The register behind the program, to look at only. */
  readonly db: ReadableDatabase;
}

/** The district on a day. */
export interface District {
  readonly seats: readonly Seat[];
  readonly bureaus: readonly Seat[];
  readonly hr: Seat;
  readonly office: Seat;
  readonly today: () => PlainDate;
  readonly moveTo: (day: PlainDate) => void;
  /** A new path for a file that leaves a seat. */
  readonly newPath: (seat: Seat) => string;
  /** Closes the seven registers. */
  readonly close: () => void;
  /** Removes the seven data folders, once closed. */
  readonly remove: () => void;
  /** Where they lie. */
  readonly folder: string;
}

/** In memory where the system offers it: seven registers wait for the disk at every act. */
const place = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** Sets up the seven desks, each with a new register, on a day. */
export async function openDistrict(firstDay: string): Promise<District> {
  const folder = mkdtempSync(join(place, 'district-'));
  let today = plainDate(firstDay);
  const opened: { readonly seat: Seat; readonly close: () => void }[] = [];
  for (const { name, kind, sector } of desks) {
    const own = join(folder, name);
    mkdirSync(own);
    const dataFolder = join(own, '数据');
    const desk = openWorkflow({ dataFolder, today: () => today, now: () => `${today}T01:00:00.000Z`, sampleWorkbook: '' });
    await desk.workflow.initialise({ seat: name });
    const reading = openRegisterForReading(dataFolder);
    opened.push({
      seat: { name, kind, sector, folder: own, workflow: desk.workflow, db: reading.db },
      close() {
        reading.close();
        desk.close();
      },
    });
  }
  const seats = opened.map(({ seat }) => seat);
  const only = (wanted: SeatKind): Seat => {
    const seat = seats.find(({ kind }) => kind === wanted);
    if (seat === undefined) throw new Error(`no desk of the ${wanted}`);
    return seat;
  };
  let files = 0;
  return {
    seats,
    bureaus: seats.filter(({ kind }) => kind === 'sector-bureau'),
    hr: only('hr-bureau'),
    office: only('leading-group-office'),
    today: () => today,
    moveTo(day) {
      today = day;
    },
    newPath(seat) {
      files += 1;
      return join(seat.folder, `文件${files}.xlsx`);
    },
    close() {
      for (const { close } of opened) close();
    },
    remove() {
      rmSync(folder, { recursive: true });
    },
    folder,
  };
}

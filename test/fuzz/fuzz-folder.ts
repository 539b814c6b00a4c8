import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The stages in the life of a district whose registers receive the files. */
export const stages = ['applied', 'scored', 'granted', 'assessed'] as const;
export type Stage = (typeof stages)[number];

/** The seats that preview: a bureau, the HR bureau and the leading-group office. */
export const seats = {
  'sector-bureau': '区教育局',
  'hr-bureau': '区人力资源局',
  'leading-group-office': '区委人才工作领导小组办公室',
} as const;

/** How a file is stored. */
export type Format = 'xlsx' | 'xls' | 'ods' | 'csv';

/** A sound file that is changed into cases. */
export interface Seed {
  readonly file: string;
  readonly kind: string;
  readonly format: Format;
  /** The register it was written from; a file of samples has none. */
  readonly stage: Stage | null;
}

/** The data folder of a stage's register. */
export function dataFolderOf(folder: string, stage: Stage): string {
  return join(folder, 'desks', stage);
}

/** The business day of each stage, and the seeds. */
export interface FuzzPlan {
  readonly days: Readonly<Record<Stage, string>>;
  readonly seeds: readonly Seed[];
}

/** What `fill-folder.ts` left in a folder. */
export function readPlan(folder: string): FuzzPlan {
  return JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8')) as FuzzPlan;
}

/** The bytes of a seed. */
export function readSeed(folder: string, { file }: Seed): Uint8Array {
  return new Uint8Array(readFileSync(join(folder, 'seeds', file)));
}

import type { DeskCommand } from '../desk-command.ts';
import { backup, restore, verify } from './backup.ts';
import { check } from './check.ts';
import { demo } from './demo.ts';
import { document } from './document.ts';
import { documents } from './documents.ts';
import { duties } from './duties.ts';
import { exportFile } from './export.ts';
import { funds } from './funds.ts';
import { importFile } from './import.ts';
import { init } from './init.ts';
import { measures } from './measures.ts';
import { round } from './round.ts';
import { run } from './run.ts';
import { settings } from './settings.ts';
import { studio } from './studio.ts';
import { undoImport } from './undo-import.ts';
import { undoLast } from './undo-last.ts';
import { wording } from './wording.ts';

/** Every command of `desk`, in the order of help. */
export const deskCommands: readonly DeskCommand[] = [
  init,
  importFile,
  undoImport,
  check,
  studio,
  round,
  run,
  funds,
  undoLast,
  measures,
  document,
  documents,
  wording,
  settings,
  exportFile,
  duties,
  backup,
  restore,
  verify,
  demo,
];

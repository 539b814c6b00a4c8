import { parentPort, workerData } from 'node:worker_threads';
import { Refusal } from '../policy/refusal.ts';
import { openHere } from './open-here.ts';
import type { RawWorkbook } from './raw-workbook.ts';

/** What the thread answers: the workbook, or why it was refused. */
export type OpenedApart = { readonly workbook: RawWorkbook } | { readonly refusal: string };

/*
 * A thread of `open-apart.ts`: opens one file and ends.
 */
const { bytes, fileName } = workerData as { readonly bytes: Uint8Array; readonly fileName: string };
try {
  answer({ workbook: await openHere(bytes, fileName) });
} catch (fault) {
  if (!(fault instanceof Refusal)) throw fault;
  answer({ refusal: fault.message });
}

function answer(opened: OpenedApart): void {
  parentPort?.postMessage(opened, []);
}

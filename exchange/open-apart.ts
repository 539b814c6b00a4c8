import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Refusal } from '../policy/refusal.ts';
import type { OpenedApart } from './open-apart-thread.ts';
import type { RawWorkbook } from './raw-workbook.ts';

/** How long a file may take in a thread of its own, in milliseconds, so that all of it ends within ten seconds. */
const patience = 8_000;
/** Megabytes of the thread's heap. With the file, what is handed over and the program itself this stays below half a gigabyte. */
const heap = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 16 };
/** Megabytes the whole process may grow meanwhile, the heap included: bytes and long texts lie outside every heap. */
const mostGrowth = 210;
/** How often the growth is looked at, in milliseconds. */
const interval = 20;

/**
 * Opens a spreadsheet in a thread of its own, which is ended when it takes too long or too much memory. The readers of other people's formats
 * have no limits of their own: one damaged record of an .xls file (an EXTERNSHEET of a single byte) makes its reader fill all memory, and
 * what opens files is the process that owns the register. Throws the thread's Refusal, or one that says the file is too much.
 */
export async function openApart(bytes: Uint8Array, fileName: string): Promise<RawWorkbook> {
  // Beside this file, as it is in the sources and as it is built.
  const thread = new Worker(new URL(`./open-apart-thread${extname(import.meta.url)}`, import.meta.url), {
    workerData: { bytes, fileName },
    resourceLimits: heap,
    // What a reader says of strange records is said to nobody.
    stdout: true,
    stderr: true,
  });
  try {
    return await answerOf(thread, fileName);
  } finally {
    await thread.terminate();
  }
}

function answerOf(thread: Worker, fileName: string): Promise<RawWorkbook> {
  const before = process.memoryUsage.rss();
  return new Promise<RawWorkbook>((resolve, reject) => {
    const giveUp = (): void => {
      reject(
        new Refusal(
          `无法读取「${fileName}」：它过大或已损坏，读取时超出了允许的时间或内存，已停止。请用 Excel 或 WPS 打开确认，删除空白的行列后另存为 .xlsx 再导入。`,
        ),
      );
    };
    const late = setTimeout(giveUp, patience);
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > mostGrowth * 1024 * 1024) giveUp();
    }, interval);
    thread.once('message', (opened: OpenedApart) => {
      if ('workbook' in opened) resolve(opened.workbook);
      else reject(new Refusal(opened.refusal));
    });
    thread.once('error', (fault) => {
      if ('code' in fault && fault.code === 'ERR_WORKER_OUT_OF_MEMORY') giveUp();
      else reject(fault);
    });
    thread.once('exit', () => {
      clearTimeout(late);
      clearInterval(watch);
      // After an answer or a fault this is not heard any more.
      reject(new Error('The thread that opens a file ended without an answer.'));
    });
  });
}

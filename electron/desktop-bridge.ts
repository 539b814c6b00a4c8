import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type BrowserWindow, dialog, type FileFilter, ipcMain, shell } from 'electron';
import { type DesktopCallName, type DesktopCalls, desktop, type FileType } from '../workflow/contract/desktop.ts';
import { channels } from './channels.ts';
import { isTrustedSender } from './trusted-sender.ts';

const filters: Readonly<Record<FileType, FileFilter>> = {
  workbook: { name: 'Excel 工作簿', extensions: ['xlsx'] },
  document: { name: 'Word 文档', extensions: ['docx'] },
  pdf: { name: 'PDF 文件', extensions: ['pdf'] },
  scan: { name: '扫描件', extensions: ['pdf', 'ofd', 'jpg', 'jpeg', 'png', 'tif', 'tiff', 'bmp'] },
  calendar: { name: '日历文件', extensions: ['ics'] },
  any: { name: '所有文件', extensions: ['*'] },
};

/** What people pick to read: older kinds too, so that the answer can say how to save them anew. */
const readable: Readonly<Record<FileType, FileFilter[]>> = {
  workbook: [{ name: '表格文件', extensions: ['xlsx', 'xls', 'et', 'csv', 'ods'] }, filters.any],
  document: [{ name: '文书文件', extensions: ['docx', 'doc', 'docm', 'wps', 'odt'] }, filters.any],
  pdf: [filters.pdf],
  scan: [filters.scan],
  calendar: [filters.calendar],
  any: [filters.any],
};

/** Answers the window's desktop calls: dialogs, paper, folders. The sender and the input of each are checked first. */
export function answerDesktopCalls(window: BrowserWindow, logFault: (where: string, fault: unknown) => string): void {
  const calls = desktopCalls(window);
  ipcMain.handle(channels.desktop, async (event, name: unknown, input: unknown) => {
    if (!isTrustedSender(event) || event.sender !== window.webContents) throw new Error('refused: not the window of this program');
    if (!isCallName(name)) throw new Error('refused: no such call');
    const checked = desktop[name].input.safeParse(input);
    if (!checked.success) throw new Error('refused: not the input of this call');
    try {
      const run = calls[name] as (input: unknown) => Promise<unknown>;
      return { done: true, value: await run(checked.data) };
    } catch (fault) {
      return { done: false, message: failureMessage(fault, logFault(`desktop.${name}`, fault)) };
    }
  });
}

function isCallName(name: unknown): name is DesktopCallName {
  return typeof name === 'string' && Object.hasOwn(desktop, name);
}

function failureMessage(fault: unknown, log: string): string {
  const code = fault instanceof Error && 'code' in fault ? fault.code : undefined;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return '无法保存：没有这个文件夹的写入权限。请换一个文件夹再试。';
  if (code === 'ENOSPC') return '无法保存：磁盘已满。请清理磁盘或换一个位置再试。';
  if (code === 'EBUSY') return '无法保存：同名文件正被其他程序打开。请关闭它或换一个文件名再试。';
  return `无法完成这一步：程序内部出错。请再试一次；仍然不行，请把日志文件交给技术人员：${log}`;
}

function desktopCalls(window: BrowserWindow): DesktopCalls {
  return {
    chooseFile: async ({ title, type }) => {
      const { filePaths } = await dialog.showOpenDialog(window, { title, filters: readable[type], properties: ['openFile'] });
      return { path: filePaths[0] ?? null };
    },
    chooseFolder: async ({ title }) => {
      const { filePaths } = await dialog.showOpenDialog(window, { title, properties: ['openDirectory', 'createDirectory'] });
      return { path: filePaths[0] ?? null };
    },
    chooseTarget: async ({ title, fileName, type }) => {
      const { filePath } = await dialog.showSaveDialog(window, {
        title,
        defaultPath: fileName,
        filters: [filters[type]],
        properties: ['showOverwriteConfirmation', 'createDirectory'],
      });
      return { path: filePath === '' ? null : filePath };
    },
    print: ({ copies }) =>
      new Promise((resolve, reject) => {
        // Official documents are printed on both sides and bound at the left (GB/T 9704-2012, 6).
        window.webContents.print({ printBackground: true, copies, duplexMode: 'longEdge' }, (printed, reason) => {
          // Chromium reports a dialog that was closed as a failure; people call it changing their mind.
          if (printed || /cancel/i.test(reason)) resolve({ printed });
          else reject(new Error(`print: ${reason}`));
        });
      }),
    savePages: async ({ target }) => {
      await writeWhole(target, await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true }));
      return { path: target };
    },
    showInFolder: async ({ path }) => {
      shell.showItemInFolder(path);
      return {};
    },
  };
}

/** A file appears under its name only when all of it is on the disk. */
async function writeWhole(target: string, content: Uint8Array): Promise<void> {
  const partial = join(dirname(target), `.${basename(target)}.partial`);
  try {
    const file = await open(partial, 'w');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, target);
  } finally {
    await rm(partial, { force: true });
  }
}

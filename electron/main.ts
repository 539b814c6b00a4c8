import { join } from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, session } from 'electron';
import { appPage } from './app-origin.ts';
import { appProtocol } from './app-protocol.ts';
import { applicationMenu } from './application-menu.ts';
import { channels } from './channels.ts';
import { type DeskProcess, keepDeskProcess } from './desk-process-keeper.ts';
import { answerDesktopCalls } from './desktop-bridge.ts';
import { faultLogPath, logFault } from './fault-log.ts';
import { readLaunchOptions } from './launch-options.ts';
import { lockEveryPage, lockNetwork, lockSession } from './lock-down.ts';
import { isTrustedSender } from './trusted-sender.ts';

/**
 * The main process: the window, its dialogs and its paper. It never touches the register: that belongs to the desk process, to
 * which it only passes the window's port.
 */
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
lockNetwork(app.commandLine);
lockEveryPage();
app.commandLine.appendSwitch('lang', 'zh-CN');
// Chromium cannot sandbox itself as root and is told so; the window's renderer stays away from Node either way.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();

if (app.requestSingleInstanceLock()) void start();
else app.quit();

async function start(): Promise<void> {
  await app.whenReady();
  try {
    const options = readLaunchOptions({
      arguments: process.argv.slice(1),
      environment: process.env,
      platform: process.platform,
      workingFolder: process.cwd(),
    });
    openDesk(options);
  } catch (error) {
    dialog.showErrorBox('名师工作室管理台', error instanceof Error ? error.message : String(error));
    app.exit(2);
  }
}

function openDesk(options: ReturnType<typeof readLaunchOptions>): void {
  const log = faultLogPath(options.dataFolder);
  const writeFault = (where: string, fault: unknown): string => {
    logFault(log, new Date().toISOString(), where, fault);
    return log;
  };
  Menu.setApplicationMenu(applicationMenu());
  lockSession(session.defaultSession);
  protocol.handle('app', appProtocol(join(import.meta.dirname, '..', 'renderer')));

  const window = newWindow();
  const desk = keepDeskProcess({
    options,
    sampleWorkbook: join(app.getAppPath(), 'exchange', 'sample', '2026年武昌区教育系统名师工作室申报汇总表（样例）.xlsx'),
    onState: (state) => {
      if (!window.isDestroyed()) window.webContents.send(channels.deskState, state);
    },
    logFault: writeFault,
    now: Date.now,
  });
  answerDesktopCalls(window, writeFault);
  ipcMain.on(channels.connect, (event) => {
    const [port] = event.ports;
    if (port !== undefined && isTrustedSender(event) && event.sender === window.webContents) desk.connect(port);
  });
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  quitInOrder(desk);
  window.loadURL(appPage).catch((fault: unknown) => writeFault('load', fault));
}

function newWindow(): BrowserWindow {
  const window = new BrowserWindow({
    title: '名师工作室管理台',
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(import.meta.dirname, '..', 'preload', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  return window;
}

/** The register is closed before the program ends, whichever way the end was asked for. */
function quitInOrder(desk: DeskProcess): void {
  let stage: 'open' | 'closing' | 'closed' = 'open';
  const closeAndQuit = async (): Promise<void> => {
    await desk.close();
    stage = 'closed';
    app.quit();
  };
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    if (stage === 'closed') return;
    event.preventDefault();
    if (stage === 'closing') return;
    stage = 'closing';
    void closeAndQuit();
  });
}

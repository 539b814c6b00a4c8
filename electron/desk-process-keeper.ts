import { join } from 'node:path';
import { type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import type { DeskState } from '../workflow/contract/desktop.ts';
import type { LaunchOptions } from './launch-options.ts';

interface Keeping {
  readonly options: LaunchOptions;
  /** Path of the workbook a first start may begin with. */
  readonly sampleWorkbook: string;
  /** Told whenever the process has ended unasked, and when its successor runs. */
  readonly onState: (state: DeskState) => void;
  readonly logFault: (where: string, fault: unknown) => string;
  readonly now: () => number;
}

/** The process that owns the register, as the main process holds it. */
export interface DeskProcess {
  readonly connect: (port: MessagePortMain) => void;
  /** Lets the register be closed in order, and waits for it. */
  readonly close: () => Promise<void>;
}

/** After so many sudden ends within a minute the program stops trying: something is wrong that starting again does not mend. */
const endsBeforeGivingUp = 3;
const minute = 60_000;

/** How long an orderly end may take before the process is ended by force, in milliseconds. SQLite stays whole either way. */
const patience = 5_000;

/** Starts the process that owns the register and starts it again when it ends unasked. Every command it ran was one transaction. */
export function keepDeskProcess({ options, sampleWorkbook, onState, logFault, now }: Keeping): DeskProcess {
  let suddenEnds: readonly number[] = [];
  let closing = false;
  let child = start();

  function start(): UtilityProcess {
    const started = utilityProcess.fork(join(import.meta.dirname, 'desk-process.js'), [JSON.stringify({ ...options, sampleWorkbook })], {
      serviceName: 'mingshi-desk',
      // What is thrown away at once stays in a small space: thousands of documents take no more memory than a hundred (docs/performance.md).
      execArgv: ['--max-semi-space-size=16'],
      stdio: 'pipe',
    });
    let words = '';
    started.stderr?.on('data', (text: Buffer) => {
      words = `${words}${text.toString()}`.slice(-4_000);
    });
    started.once('exit', (code) => {
      if (!closing) endedUnasked(code, words);
    });
    return started;
  }

  function endedUnasked(code: number, words: string): void {
    const log = logFault('desk-process', `Ended unasked with code ${code}. ${words}`);
    suddenEnds = [...suddenEnds.filter((end) => end > now() - minute), now()];
    if (suddenEnds.length > endsBeforeGivingUp) {
      onState({
        state: 'stopped',
        message: `无法继续：登记库进程一再意外停止，已不再自动重启。请关闭程序后重新打开；仍然不行，请把日志文件交给技术人员：${log}`,
      });
      return;
    }
    onState({ state: 'restarting', message: '登记库进程意外停止，正在重新启动。未完成的那一步没有写入，请在恢复后重做。' });
    child = start();
    child.once('spawn', () => onState({ state: 'running' }));
  }

  return {
    connect: (port) => child.postMessage({ order: 'connect' }, [port]),
    close: () => {
      closing = true;
      return new Promise((resolve) => {
        if (child.pid === undefined) return resolve();
        const late = setTimeout(() => child.kill(), patience);
        child.once('exit', () => {
          clearTimeout(late);
          resolve();
        });
        child.postMessage({ order: 'close' }, []);
      });
    },
  };
}

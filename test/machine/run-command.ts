import { spawn } from 'node:child_process';

type Options = {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /**
   * After this many milliseconds the command is ended, with everything it started: it then runs in a process group of its own, because a
   * program like LibreOffice is a launcher whose child does the work and would live on. (Without a limit it keeps the terminal, so that sudo can ask.)
   */
  readonly timeout?: number;
};

/** What a command left behind when it ended by itself. */
export type CommandResult = { readonly code: number; readonly stdout: string; readonly stderr: string };

/**
 * Runs a program to its end and gives its exit code and output, whatever the code is.
 * @throws Error when the program cannot be started, is ended by a signal, or takes longer than `timeout`.
 */
export function runCommand(program: string, args: readonly string[], options: Options = {}): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      detached: options.timeout !== undefined,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      ...(options.env === undefined ? {} : { env: options.env }),
    });
    let stdout = '';
    let stderr = '';
    let late = false;
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    const timer =
      options.timeout === undefined
        ? undefined
        : setTimeout(() => {
            late = true;
            if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
          }, options.timeout);
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(new Error(`${program} could not be started: ${error.message}`, { cause: error }));
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (late) reject(new Error(`${program} was ended: it took longer than ${options.timeout} ms. ${stderr.trim()}`));
      else if (code === null) reject(new Error(`${program} was ended by ${signal}. ${stderr.trim()}`));
      else resolve({ code, stdout, stderr });
    });
  });
}

/**
 * The same for a command that must succeed.
 * @returns its standard output
 * @throws Error with the end of the command's own words when its exit code is not 0.
 */
export async function runOrThrow(program: string, args: readonly string[], options: Options = {}): Promise<string> {
  const { code, stdout, stderr } = await runCommand(program, args, options);
  if (code === 0) return stdout;
  const said = `${stdout}\n${stderr}`.trim().split('\n').slice(-12).join('\n');
  throw new Error(`${program} ${args.join(' ')} failed with exit code ${code}:\n${said}`);
}

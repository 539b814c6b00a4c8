import { existsSync } from 'node:fs';
import { runCommand, runOrThrow } from './run-command.ts';

/** Whether packages can be installed here at all: Debian or a child of it. */
export function isDebian(): boolean {
  return existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
}

/** Whether this process is the administrator, who may install packages. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Those of the packages named that are not installed, in the order given. */
export async function missingPackages(names: readonly string[]): Promise<string[]> {
  // dpkg-query ends with 1 when it does not know a package; that package is simply not among the installed ones.
  const { stdout } = await runCommand('dpkg-query', ['-W', '-f', '${db:Status-Status} ${Package}\n', ...names]);
  const installed = new Set(
    stdout
      .split('\n')
      .filter((line) => line.startsWith('installed '))
      .map((line) => line.slice('installed '.length)),
  );
  return names.filter((name) => !installed.has(name));
}

/** Reads the package lists anew: those of a fresh machine are empty or too old to install from. */
export async function refreshPackageLists(): Promise<void> {
  await aptGet('update');
}

/**
 * Installs packages without a question, except sudo's for a password when the process is not root.
 * @throws Error with the words of apt-get when it fails.
 */
export async function installPackages(names: readonly string[]): Promise<void> {
  await aptGet('install', '-y', '--no-install-recommends', ...names);
}

async function aptGet(...words: readonly string[]): Promise<void> {
  const apt = ['apt-get', '-qq', '-o', 'DPkg::Lock::Timeout=600', '-o', 'Acquire::Retries=3', ...words];
  await runOrThrow(isRoot() ? 'env' : 'sudo', ['DEBIAN_FRONTEND=noninteractive', ...apt]);
}

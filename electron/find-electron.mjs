// Which Electron opens the window, and what to do when there is none. Plain JavaScript for any Node from 20 on.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Electron from this major version on has the Node-API that better-sqlite3's own binary asks for. */
const withOwnBinding = 35;

/**
 * @typedef {{ program: string, environment: Record<string, string> }} FoundElectron
 * The binary, and what it needs in its environment.
 */

/**
 * Looks where `ELECTRON_OVERRIDE_DIST_PATH` says, then where Electron's own package keeps it, then for the one the tests use.
 * @param {string} repository
 * @param {NodeJS.Platform} platform
 * @param {Record<string, string | undefined>} environment
 * @returns {FoundElectron | null}
 */
export function findElectron(repository, platform, environment) {
  const name = platform === 'win32' ? 'electron.exe' : 'electron';
  const override = environment.ELECTRON_OVERRIDE_DIST_PATH;
  const folders =
    override === undefined || override === ''
      ? [join(repository, 'node_modules', 'electron', 'dist'), join(repository, '.runtime', 'electron-33.2.1')]
      : [override];
  const folder = folders.find((candidate) => existsSync(join(candidate, name)));
  return folder === undefined ? null : { program: join(folder, name), environment: bindingFor(folder, repository, environment) };
}

/** The older Electron of the tests cannot load better-sqlite3's own binary; `npm test` has compiled one that it can. */
function bindingFor(folder, repository, environment) {
  const versionFile = join(folder, 'version');
  const major = existsSync(versionFile) ? Number.parseInt(readFileSync(versionFile, 'utf8').replace(/^v/u, ''), 10) : withOwnBinding;
  const runtime = join(repository, '.runtime');
  if (major >= withOwnBinding || environment.MINGSHI_SQLITE_BINDING !== undefined || !existsSync(runtime)) return {};
  const binding = readdirSync(runtime)
    .filter((entry) => entry.startsWith('better-sqlite3-'))
    .map((entry) => join(runtime, entry, 'better_sqlite3.node'))
    .find((path) => existsSync(path));
  return binding === undefined ? {} : { MINGSHI_SQLITE_BINDING: binding };
}

/** What to do when there is no Electron binary. */
export const withoutElectron = `无法打开窗口：没有找到 Electron 程序文件（npm 只装了它的外壳）。请任选一种办法：
  1. 下载：npx install-electron。下载慢或连不上的，先设镜像再下载，例如
     ELECTRON_MIRROR=<镜像地址> npx install-electron
  2. 已有 Electron 的，告诉程序它在哪个文件夹：ELECTRON_OVERRIDE_DIST_PATH=<文件夹> npm start
  3. 用测试用的 Electron（Linux x64）：先运行一次 npm test，它会放在 .runtime/ 里，再运行 npm start。
不需要窗口的，可用命令行：npm run desk -- --help`;

/** What to do when there is no screen. */
export const withoutDisplay = `无法打开窗口：这台电脑没有图形界面（DISPLAY 和 WAYLAND_DISPLAY 都没有设置）。请任选一种办法：
  1. 在有桌面的电脑上运行 npm start。
  2. 装虚拟屏幕后运行：apt-get install xvfb，再用 xvfb-run -a npm start（只能由程序操作，看不见窗口）。
  3. 用命令行办理：npm run desk -- --help
打开窗口还需要 Electron 程序文件：npx install-electron（可设 ELECTRON_MIRROR 镜像），或用 ELECTRON_OVERRIDE_DIST_PATH 指明，
或先运行一次 npm test，它会把测试用的 Electron 放进 .runtime/。`;

import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { refreshPackageLists } from './debian-packages.ts';
import { runCommand, runOrThrow } from './run-command.ts';
import { runtimeFolder } from './runtime-folder.ts';

/** Where font-stand-ins.conf looks for the faces that no package installs by itself. */
const folder = join(runtimeFolder, 'fonts');

/**
 * The only free 仿宋 and 楷体 for simplified Chinese in Debian are the Fandol faces, and they come inside a package for typesetting with TeX:
 * 49 MB, of which these four files are taken; the package itself is not installed.
 */
const carrier = {
  name: 'texlive-lang-chinese',
  inside: './usr/share/texlive/texmf-dist/fonts/opentype/public/fandol',
  faces: ['FandolFang-Regular.otf', 'FandolKai-Regular.otf', 'FandolHei-Regular.otf', 'FandolSong-Regular.otf'],
};

/** The environment in which LibreOffice draws with the stand-ins: see font-stand-ins.conf. */
export const fontStandIns = { FONTCONFIG_FILE: join(import.meta.dirname, 'font-stand-ins.conf') };

/** Whether the Fandol faces are there. */
export function hasFontStandIns(): boolean {
  return carrier.faces.every((face) => existsSync(join(folder, face)));
}

/**
 * Puts the Fandol faces into `.runtime/fonts/`, or leaves them when they are there. About three seconds.
 * Only where the package lists are missing or too old need one be root.
 */
export async function fetchFontStandIns(): Promise<void> {
  if (hasFontStandIns()) return;
  await mkdir(folder, { recursive: true });
  const work = await mkdtemp(join(runtimeFolder, 'making-fonts-'));
  try {
    // Run by root, apt-get would fetch as the user _apt, who may not write into this folder.
    const download = ['download', '-qq', '-o', 'APT::Sandbox::User=root', carrier.name];
    if ((await runCommand('apt-get', download, { cwd: work })).code !== 0) {
      await refreshPackageLists();
      await runOrThrow('apt-get', download, { cwd: work });
    }
    const unpack = `dpkg-deb --fsys-tarfile ./*.deb | tar -x --strip-components=8 ${carrier.faces.map((face) => `${carrier.inside}/${face}`).join(' ')}`;
    await runOrThrow('bash', ['-o', 'pipefail', '-c', unpack], { cwd: work });
    await Promise.all(carrier.faces.map((face) => rename(join(work, 'fandol', face), join(folder, face))));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

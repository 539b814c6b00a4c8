import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { electronRuntime, hasElectronRuntime, makeElectronRuntime } from './electron-runtime.ts';
import { fetchFontStandIns, hasFontStandIns } from './font-stand-ins.ts';
import { repository } from './runtime-folder.ts';
import { hasSqliteBinding, makeSqliteBinding } from './sqlite-binding.ts';

/** What a test may need beyond what `npm ci` installs everywhere. */
export type ToolName = 'libreoffice' | 'poppler' | 'electron' | 'office-validator';

type Tool = {
  /** For people: what is missing when it is missing. */
  readonly title: string;
  readonly isPresent: () => boolean;
  /** Debian packages it stands on; none of them is asked for while `isPresent` says yes. */
  readonly packages: readonly string[];
  /** What is then fetched or built and kept in `.runtime/`, in this order. */
  readonly make: readonly { readonly title: string; readonly run: () => Promise<void> }[];
  /** The one command that brings it. */
  readonly mend: string;
};

/** Does what `npm test` does by itself for root on Debian and under CI: installs packages, fetches and builds what is kept in `.runtime/`. */
const fetchEverything = 'npm test -- --fetch';

/** What Chinese is drawn with when nothing better is named. */
const notoFonts = ['NotoSansCJK-Regular.ttc', 'NotoSerifCJK-Bold.ttc'].map((face) => `/usr/share/fonts/opentype/noto/${face}`);

/** The libraries Chromium is linked against. */
const chromiumLibraries = [
  'libnss3',
  'libnspr4',
  'libatk1.0-0',
  'libatk-bridge2.0-0',
  'libatspi2.0-0',
  'libcups2',
  'libgtk-3-0',
  'libgbm1',
  'libasound2',
  'libxss1',
  'libxtst6',
  'libdrm2',
  'libxkbcommon0',
  'libnotify4',
  'libxshmfence1',
];

/** The validator's program: .NET in one file, from an npm package that exists for this kind of machine only. */
export const officeValidator = join(repository, 'node_modules', '@xarsh', 'ooxml-validator-linux-x64', 'ooxml-validator');

export const tools: Readonly<Record<ToolName, Tool>> = {
  libreoffice: {
    title: 'LibreOffice Writer and Calc with the stand-in fonts',
    isPresent: () =>
      isOnPath('soffice') &&
      hasFontStandIns() &&
      notoFonts.every((face) => existsSync(face)) &&
      existsSync('/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf'),
    packages: ['libreoffice-writer', 'libreoffice-calc', 'fonts-noto-cjk', 'fonts-liberation', 'fonts-dejavu-core'],
    make: [{ title: 'the Fandol faces', run: fetchFontStandIns }],
    mend: fetchEverything,
  },
  poppler: {
    title: 'poppler (pdftoppm)',
    isPresent: () => isOnPath('pdftoppm'),
    packages: ['poppler-utils'],
    make: [],
    mend: fetchEverything,
  },
  electron: {
    title: `Electron ${electronRuntime.version} under Xvfb`,
    isPresent: () =>
      isOnPath('Xvfb') &&
      notoFonts.every((face) => existsSync(face)) &&
      hasElectronRuntime() &&
      hasSqliteBinding() &&
      findsItsLibraries(electronRuntime.program),
    packages: ['xvfb', 'g++', 'unzip', 'fonts-noto-cjk', ...chromiumLibraries],
    make: [
      { title: `Electron ${electronRuntime.version}`, run: makeElectronRuntime },
      { title: 'better-sqlite3 for it', run: makeSqliteBinding },
    ],
    mend: fetchEverything,
  },
  'office-validator': {
    title: 'the Open XML SDK validator',
    isPresent: () => existsSync(officeValidator),
    packages: [],
    make: [],
    mend: 'npm ci --include=optional',
  },
};

/** Those of the tools named that are not here. */
export function missingTools(names: readonly ToolName[] = Object.keys(tools) as ToolName[]): ToolName[] {
  return names.filter((name) => !tools[name].isPresent());
}

function isOnPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false; // Not in this folder: the next one is asked.
    }
  });
}

function findsItsLibraries(program: string): boolean {
  return !execFileSync('/usr/bin/ldd', [program], { encoding: 'utf8' }).includes('not found');
}

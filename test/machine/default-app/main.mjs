/**
 * What `electron FOLDER` runs first: finds the program in the folder, tells Electron about it, and hands over to it.
 * Electron's own start-up program is not part of the tests' runtime (see electron-runtime.ts), so this one stands in for it. It sets what
 * that one sets, some of which is not in Electron's published types: hence no TypeScript here.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const require = createRequire(import.meta.url);

/** Chromium's and Node's own switches stand before the folder. Of these only `--require` concerns this program; its value follows it. */
let position = 1;
for (let word = process.argv[position]; word?.startsWith('-'); word = process.argv[position]) {
  position += 1;
  if (word !== '-r' && word !== '--require') continue;
  require(resolve(process.argv[position]));
  position += 1;
}

const named = process.argv[position];
if (named === undefined) {
  console.error('usage: electron [switches] FOLDER [arguments]');
  process.exit(1);
}

// From here on the program sees what it would see under Electron's own start-up program: argv[1] is its folder.
process.argv.splice(1, position - 1);
process.defaultApp = true;

try {
  await import(pathToFileURL(entryOf(resolve(named))).href);
} catch (error) {
  console.error(`${named} could not be started:`, error);
  process.exit(1);
}

/** The file to run: the one named, or the `main` of the package in the folder named. Sets the app's path, name and version on the way. */
function entryOf(path) {
  if (!statSync(path).isDirectory()) {
    app.setAppPath(dirname(path));
    return path;
  }
  app.setAppPath(path);
  const description = join(path, 'package.json');
  if (!existsSync(description)) return join(path, 'index.js');
  const { name, productName, version, main } = JSON.parse(readFileSync(description, 'utf8'));
  app.setName(productName ?? name ?? 'Electron');
  if (version !== undefined) app.setVersion(version);
  return join(path, main ?? 'index.js');
}

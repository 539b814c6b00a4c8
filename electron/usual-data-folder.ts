import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where the register lies when nobody says otherwise: the user's own folder for programs' data, so that neither administrator rights
 * nor the program's folder are needed. The window and the headless command share it.
 */
export function usualDataFolder(platform: NodeJS.Platform, environment: Readonly<Record<string, string | undefined>>): string {
  const base =
    platform === 'win32' ? (environment['APPDATA'] ?? homedir()) : (environment['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'));
  return join(base, 'mingshi-desk', 'data');
}

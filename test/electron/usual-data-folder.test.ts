import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dayOfClock } from '../../electron/day-of-clock.ts';
import { usualDataFolder } from '../../electron/usual-data-folder.ts';

test("follows the habits of each system, and the user's own folder without them", () => {
  expect([
    usualDataFolder('win32', { APPDATA: 'C:\\Users\\周明\\AppData\\Roaming' }),
    usualDataFolder('linux', { XDG_DATA_HOME: '/home/周明/.data' }),
    usualDataFolder('linux', {}),
  ]).toEqual([
    join('C:\\Users\\周明\\AppData\\Roaming', 'mingshi-desk', 'data'),
    '/home/周明/.data/mingshi-desk/data',
    join(homedir(), '.local', 'share', 'mingshi-desk', 'data'),
  ]);
});

test('the day is the one on the wall, to the last minute', () => {
  expect([dayOfClock(new Date(2026, 7, 9, 23, 59, 59)), dayOfClock(new Date(2026, 7, 10, 0, 0, 0))]).toEqual(['2026-08-09', '2026-08-10']);
});

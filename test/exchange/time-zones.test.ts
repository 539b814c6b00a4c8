import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readInThisZone } from './read-in-this-zone.ts';

const zones = ['UTC', 'Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati'] as const;
const outcomes = new Map(
  zones.map((zone) => {
    const script = join(import.meta.dirname, 'read-in-this-zone.ts');
    const output = execFileSync(process.execPath, [script], { encoding: 'utf8', env: { ...process.env, TZ: zone } });
    return [zone, JSON.parse(output) as { readonly zone: string; readonly read: unknown; readonly written: readonly string[] }];
  }),
);

const here = JSON.parse(JSON.stringify(await readInThisZone())) as { readonly read: unknown; readonly written: readonly string[] };

describe('no date moves with the time zone', () => {
  test('the zones are really set', () => {
    expect([...outcomes.values()].map(({ zone }) => zone)).toEqual(zones);
  });

  test.each(zones)('reading in %s gives the records it gives here', (zone) => {
    expect(outcomes.get(zone)?.read).toEqual(here.read);
  });

  test.each(zones)('writing in %s gives the bytes it gives here', (zone) => {
    expect(outcomes.get(zone)?.written).toEqual(here.written);
  });
});

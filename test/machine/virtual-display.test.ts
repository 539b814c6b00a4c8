import { connect } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeWith } from './require-tools.ts';
import { runOrThrow } from './run-command.ts';
import { startVirtualDisplay } from './virtual-display.ts';

/** Whether an X server answers on the display. */
function answers(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(`/tmp/.X11-unix/X${name.slice(1)}`);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

describeWith(['electron'], 'a virtual display', () => {
  test('answers until it is ended', async () => {
    const display = await startVirtualDisplay('800x600');
    expect(await answers(display.name)).toBe(true);
    await display.end();
    expect(await answers(display.name)).toBe(false);
  });

  test('two at once have two names', async () => {
    const displays = await Promise.all([startVirtualDisplay('800x600'), startVirtualDisplay('800x600')]);
    expect(displays[0].name).not.toBe(displays[1].name);
    await Promise.all(displays.map((display) => display.end()));
  });

  test('ends with the process that started it, even one that is killed', async () => {
    const script = `
      const { startVirtualDisplay } = await import(${JSON.stringify(join(import.meta.dirname, 'virtual-display.ts'))});
      console.log((await startVirtualDisplay('800x600')).name);
      process.kill(process.pid, 'SIGKILL');
    `;
    const name = (await runOrThrow('sh', ['-c', '"$0" --input-type=module -e "$1" || true', process.execPath, script])).trim();
    expect(name).toMatch(/^:\d+$/u);
    await expect.poll(() => answers(name)).toBe(false);
  });
});

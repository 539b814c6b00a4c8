import { expect, test } from 'vitest';
import { readLaunchOptions } from '../../electron/launch-options.ts';

const situation = { arguments: [], environment: {}, platform: 'linux', workingFolder: '/home/周 明' } as const;

test('the command line names the data folder, the day and the seat, between switches of Chromium', () => {
  const line = ['--no-sandbox', '.', '--data', '/数据 夹', '--today', '2026-08-10', '--seat', '区教育局', '--lang=zh-CN'];
  expect(readLaunchOptions({ ...situation, arguments: line })).toEqual({
    dataFolder: '/数据 夹',
    today: '2026-08-10',
    seat: '区教育局',
  });
});

test('the environment names what the command line leaves open, and gives way to it', () => {
  const environment = { MINGSHI_DATA: '/甲', MINGSHI_TODAY: '2026-01-01' };
  expect(readLaunchOptions({ ...situation, environment })).toEqual({ dataFolder: '/甲', today: '2026-01-01' });
  expect(readLaunchOptions({ ...situation, environment, arguments: ['--data', '/乙', '--today=2026-02-02'] })).toEqual({
    dataFolder: '/乙',
    today: '2026-02-02',
  });
});

test('a relative folder counts from where one stands', () => {
  expect(readLaunchOptions({ ...situation, arguments: ['--data', '登记 库'] }).dataFolder).toBe('/home/周 明/登记 库');
});

test('a day that does not exist is refused with how to write one', () => {
  expect(() => readLaunchOptions({ ...situation, arguments: ['--today', '2026-02-30'] })).toThrow(
    /无法启动：日期「2026-02-30」.*2026-08-10/u,
  );
});

test("without a folder the register lies in the user's own folder for data", () => {
  expect(readLaunchOptions({ ...situation, environment: { XDG_DATA_HOME: '/home/周 明/.data' } }).dataFolder).toBe(
    '/home/周 明/.data/mingshi-desk/data',
  );
});

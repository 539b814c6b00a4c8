import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixture } from '../workflow/new-desk.ts';
import { jsonOf, runDesk } from './run-desk.ts';

const studio = '方予安小学语文名师工作室';
const folder = mkdtempSync(join(tmpdir(), 'desk-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function desk(...line: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await runDesk('--data', join(folder, 'data'), '--seat', '区教育局', '--today', '2026-08-10', ...line);
  return code === 0 ? stdout : `${code} ${stderr}`;
}
const act = (command: string, ...answers: readonly string[]) =>
  desk('run', command, '--studio', studio, ...answers.flatMap((answer) => ['--set', answer]));

describe('desk funds', () => {
  beforeAll(async () => {
    await desk('import', fixture, '--clean-rows-only');
    await act('accept');
    await act('inspect', 'inspectors=林清源', 'result=通过', 'verified=是');
    await act('decide', 'minutes=8号', 'decision=同意');
    await act('name');
    await act('open-fund-account', 'name=名师工作室专户', 'date=2026-07-01');
    await act('record-income', 'source=所在单位', 'amount=1200.5', 'voucher=收-1', 'summary=年度经费', 'date=2026-07-02');
    const hands = ['payee=家具公司', 'handler=何思齐', 'signedBy=方予安', 'signedOn=2026-08-01', 'checkedBy=财务科', 'date=2026-08-01'];
    await act('record-expense', 'category=工作室基础建设', 'amount=200.25', 'voucher=付-1', 'summary=书架', ...hands);
  });

  it('prints the statement of the year', async () => {
    expect((await desk('funds', '方予安')).split('\n')).toEqual([
      expect.stringMatching(/^方予安小学语文名师工作室　.*「名师工作室专户」　2026-01-01 至 2026-12-31　单位：元$/),
      '期初余额　0.00',
      '收入　1200.50',
      '  所在单位　1200.50',
      '支出　200.25',
      '  工作室基础建设　200.25',
      '退回　0.00',
      '期末余额　1000.25',
      '',
    ]);
  });

  it('prints another period, also as JSON', async () => {
    const run = await runDesk('--data', join(folder, 'data'), '--today', '2026-08-10', 'funds', '方予安', '--from', '2026-08-01', '--json');
    expect(jsonOf<{ opening: number; closing: number }>(run)).toMatchObject({ opening: 120_050, closing: 100_025 });
    expect(await desk('funds', '凌若水')).toContain('尚未开立经费专户');
  });

  it('says what is wrong with its words', async () => {
    expect(await desk('funds')).toMatch(/^2 .*缺少工作室名称/);
    expect(await desk('funds', '方予安', '--from', '8月1日')).toMatch(/^2 .*「8月1日」应是存在的日子/);
    expect(await desk('funds', '方予安', '--to', '2026-02-30')).toMatch(/^2 .*「2026-02-30」应是存在的日子/);
    expect(await desk('funds', '方予安', '--from', '2026-08-02', '--to', '2026-08-01')).toMatch(/^1 .*早于起始日期.*第十八条/);
  });

  it('lists in the help of `run` what each act on money and deeds needs, with its article', async () => {
    const help = await desk('run', '--help');
    for (const line of [
      'record-activity　登记活动（第九条；',
      'correct-activity　更正活动记录（第九条；',
      'open-fund-account　开立经费专户（第十八条；',
      'record-expense　登记支出（第十八条；行业主管部门（本系统的工作室）、区人力资源局）',
    ]) {
      expect(help).toContain(line);
    }
  });
});

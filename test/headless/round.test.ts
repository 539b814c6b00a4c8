import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fixture } from '../workflow/new-desk.ts';
import { jsonOf, runDesk } from './run-desk.ts';

const folder = mkdtempSync(join(tmpdir(), 'desk-'));
afterAll(() => rmSync(folder, { recursive: true }));

const desk = (seat: string, ...line: readonly string[]) =>
  runDesk('--data', join(folder, 'round'), '--today', '2026-08-10', '--seat', seat, ...line);
const studio = ['--studio', '方予安小学语文'];

describe('desk run on the desk as a whole', () => {
  it('opens the round without --studio, says so in help, and shows it', async () => {
    await desk('区教育局', 'import', fixture, '--clean-rows-only');
    const opened = await desk('区人力资源局', 'run', 'open-round', '--json');
    expect([opened.code, jsonOf<{ studio: null; message: string }>(opened)]).toMatchObject([
      0,
      { studio: null, message: '已启动 2026 年区级名师工作室评选，通知文号 武昌人资名〔2026〕1号。' },
    ]);
    const help = await desk('区人力资源局', 'run', 'open-round', '--help');
    expect(help.stdout).toContain('open-round　启动区级评选（第十二条；区人力资源局；不写 --studio）');
    const shown = await desk('区人力资源局', 'round');
    expect([shown.code, shown.stdout]).toEqual([
      0,
      '2026 年区级评选　2026-08-10 启动　武昌人资名〔2026〕1号　名额 5，拟入围 0，已授牌 0\n',
    ]);
    expect(jsonOf<{ year: number }>(await desk('区人力资源局', 'round', '--year', '2026', '--json')).year).toBe(2026);
    expect((await desk('区人力资源局', 'round', '--year', '2025')).stdout).toBe('还没有启动区级评选。\n');
  });

  it('takes points by the codes of the criteria', async () => {
    const made = await desk(
      '区人力资源局',
      'run',
      'set-round-criteria',
      '--set',
      'title.1=示范引领',
      '--set',
      'points.1=60',
      '--set',
      'title.2=人才培养',
      '--set',
      'points.2=40',
    );
    expect([made.code, made.stdout]).toEqual([0, '已制定 2026 年评选的专家评分表，指标 2 项，取全部专家的平均分。\n']);
    const help = await desk('区人力资源局', 'run', 'record-expert-scores', '--help');
    expect(help.stdout).toContain('--set score.指标编号=…　得分（必填）');
  });

  it('refuses a studio where there is none to name, a second round, and a year that is none', async () => {
    const named = await desk('区人力资源局', 'run', 'open-round', ...studio);
    expect([named.code, named.stderr]).toEqual([1, expect.stringContaining('不针对某个工作室')]);
    const again = await desk('区人力资源局', 'run', 'open-round');
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('每年只集中评选一次')]);
    expect((await desk('区人力资源局', 'round', '--year', '26')).code).toBe(2);
    const missing = await desk('区教育局', 'run', 'apply-to-round');
    expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining('缺少 --studio')]);
  });
});

describe('a round from one data folder to another', () => {
  const at = (seat: string, ...line: readonly string[]) =>
    runDesk('--data', join(folder, `round-${seat}`), '--today', '2026-08-10', '--seat', seat, ...line);
  const file = join(folder, '评选结果.xlsx');

  it('is exported to a bureau, previewed as new, imported once and shown there', async () => {
    await at('区人力资源局', 'run', 'open-round');
    const sent = await at('区人力资源局', 'export', 'round-result', '--to', '区教育局', '--out', file);
    expect([sent.code, sent.stderr]).toEqual([0, '']);
    const taken = await at('区教育局', 'import', file, '--json');
    expect(jsonOf<object>(taken)).toMatchObject({ kind: 'round-result', batch: 1, new: 1, errors: [] });
    expect(jsonOf<object>(await at('区教育局', 'import', file, '--json'))).toMatchObject({ batch: null, unchanged: 1 });
    expect((await at('区教育局', 'round')).stdout).toContain('武昌人资名〔2026〕1号');
  });

  it('is refused where there is none, and to whom it is not for', async () => {
    const none = await at('区人力资源局', 'export', 'round-result', '--to', '区教育局', '--year', '2025', '--out', file);
    expect([none.code, none.stderr]).toMatchObject([1, expect.stringContaining('还没有启动 2025 年的区级评选') as string]);
    const self = await at('区人力资源局', 'export', 'round-result', '--to', '区人力资源局', '--out', file);
    expect(self.stderr).toContain('不发给区人力资源局');
    const decided = await at('区人力资源局', 'export', 'assessment-decision', '--to', '区教育局', '--out', file);
    expect(decided.stderr).toContain('2026 年没有审定过区教育局报送的考核结果');
    const sentUp = await at('区人力资源局', 'export', 'assessment-approval', '--out', file);
    expect(sentUp.stderr).toContain('2026 年没有待区委人才工作领导小组办公室审定的周期性考核结果');
  });
});

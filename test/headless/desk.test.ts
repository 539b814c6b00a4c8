import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentKindIds } from '../../templates/document-kinds.ts';
import { commands } from '../../workflow/commands.ts';
import { fixture } from '../workflow/new-desk.ts';
import { jsonOf, runDesk, runDeskProcess } from './run-desk.ts';

interface Expected {
  readonly rows: number;
  readonly errors: readonly { readonly studio: string; readonly field: string }[];
  readonly findings: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
interface Imported {
  readonly kind: string;
  readonly batch: number | null;
  readonly rows: number;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly conflicts: number;
  readonly errors: readonly {
    readonly sheet: string;
    readonly cell: string;
    readonly studio: string;
    readonly field: string;
    readonly message: string;
  }[];
}
interface Checked {
  readonly studio: string;
  readonly findings: readonly {
    readonly rule: string;
    readonly article: string;
    readonly outcome: string;
    readonly message: string;
    readonly evidence: string;
  }[];
}

const expected = JSON.parse(readFileSync(resolve(import.meta.dirname, '../fixtures/expected.json'), 'utf8')) as Expected;
const folder = mkdtempSync(join(tmpdir(), 'desk-'));
const seat = ['--seat', '区教育局', '--today', '2026-08-10'];
const at = (name: string) => ['--data', join(folder, name), ...seat];
afterAll(() => rmSync(folder, { recursive: true }));

describe('desk import on the workbook of a bureau', () => {
  let first: Imported;
  beforeAll(async () => {
    first = jsonOf<Imported>(await runDeskProcess(...at('fixture'), 'import', fixture, '--clean-rows-only', '--json'));
  });

  it('reports its rows, the new ones and the one error with its cell', () => {
    const { errors, ...counts } = first;
    expect(counts).toEqual({ kind: 'application-list', batch: 1, rows: expected.rows, new: 9, changed: 0, unchanged: 0, conflicts: 0 });
    expect(errors.map(({ studio, field }) => ({ studio, field }))).toEqual(expected.errors.map(({ studio, field }) => ({ studio, field })));
    expect(errors[0]).toMatchObject({ sheet: '申报汇总', cell: 'G13' });
  });

  it('stores what the cells mean', async () => {
    const rows = jsonOf<{ name: string }[]>(await runDesk(...at('fixture'), 'studio', 'list', '--json'));
    expect(rows.find(({ name }) => name === '凌若水初中数学名师工作室')).toMatchObject({
      sector: '教育',
      hostUnit: '武昌区沙湖中学',
      status: 'submitted',
      levels: [],
      lead: { name: '凌若水', sex: 'female', birthDate: '1972-11-20', idNumber: '420100197211200084' },
      members: [{ name: '江临' }, { name: '苏禾' }, { name: '丁一诺' }, { name: '贺兰亭' }, { name: '乐天成' }],
      area: 52,
      funds: 4_000_000,
    });
    expect(rows.find(({ name }) => name === '王芳小学美术名师工作室')).toMatchObject({
      lead: { name: '王芳' },
      area: 56,
      funds: 2_000_000,
    });
  });

  it('check --all gives exactly the outcomes expected, beside met and missing ones', async () => {
    const checked = jsonOf<Checked[]>(await runDesk(...at('fixture'), 'check', '--all', '--json'));
    const stored = Object.entries(expected.findings).filter(([studio]) => !expected.errors.some((error) => error.studio === studio));
    const found = checked.map(({ studio, findings }) => {
      const articles: Record<string, string> = {};
      for (const { article, outcome } of findings) {
        const whole = /^第.+?条/.exec(article)?.[0] ?? article;
        if (outcome === 'unmet' || (outcome === 'needs-approval' && articles[whole] !== 'unmet')) articles[whole] = outcome;
      }
      return [studio, articles];
    });
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(stored));
  });

  it('changes nothing the second time, and undo-import takes it all back', async () => {
    const again = jsonOf<Imported>(await runDesk(...at('twice'), 'import', fixture, '--clean-rows-only', '--json'));
    const repeated = jsonOf<Imported>(await runDesk(...at('twice'), 'import', fixture, '--clean-rows-only', '--json'));
    expect([again.new, repeated.new, repeated.changed, repeated.unchanged, repeated.batch]).toEqual([9, 0, 0, 9, null]);
    expect((await runDesk(...at('twice'), 'undo-import', '1')).code).toBe(0);
    expect(jsonOf(await runDesk(...at('twice'), 'studio', 'list', '--json'))).toEqual([]);
    const second = await runDesk(...at('twice'), 'undo-import', '1');
    expect([second.code, second.stderr]).toEqual([1, expect.stringContaining('已经撤销过')]);
  });

  it('without --clean-rows-only stores nothing, exits 1 and names file, sheet, cell and field', async () => {
    const run = await runDesk(...at('strict'), 'import', fixture, '--json');
    expect([run.code, jsonOf<Imported>(run).batch]).toEqual([1, null]);
    expect(run.stderr).toMatch(/申报汇总表（区教育局）\.xlsx.*\n.*申报汇总!G13 领办人身份证号/u);
    expect(jsonOf(await runDesk(...at('strict'), 'studio', 'list', '--json'))).toEqual([]);
  });

  it('--preview writes nothing', async () => {
    const run = await runDesk(...at('preview'), 'import', fixture, '--preview', '--json');
    expect([run.code, jsonOf<Imported>(run).new]).toEqual([0, 9]);
    expect(jsonOf(await runDesk(...at('preview'), 'studio', 'list', '--json'))).toEqual([]);
  });

  it('--errors writes the sender’s workbook with its errors marked', async () => {
    const report = join(folder, '标错.xlsx');
    await runDesk(...at('fixture'), 'import', fixture, '--preview', '--errors', report);
    expect(existsSync(report)).toBe(true);
  });

  it('a studio with an unmet rule is refused at accept with exit 1, naming the article', async () => {
    const run = await runDeskProcess(...at('fixture'), 'run', 'accept', '--studio', '司空朗小学科学名师工作室');
    expect([run.code, run.stdout, run.stderr]).toEqual([1, '', expect.stringMatching(/无法受理.*第五条第四项/u)]);
  });

  it('a refusal calls fields and acts by their names, and how each is typed stands under it', async () => {
    const run = (...line: string[]) => runDesk(...at('fixture'), 'run', ...line, '--studio', '方予安小学语文名师工作室');
    const unsaid = await run('return');
    expect([unsaid.code, unsaid.stderr.split('\n')]).toEqual([
      1,
      [expect.stringMatching(/缺少「退回理由」。.*第十一条第二项/u), expect.stringMatching(/^ {4}--set reason=…　退回理由（必填）/u), ''],
    ]);
    const income = ['source=所在单位', 'amount=1', 'voucher=收-1', 'summary=经费'].flatMap((answer) => ['--set', answer]);
    const unready = await run('record-income', ...income);
    expect(unready.stderr).toMatch(/「开立经费专户」.*\n {4}desk run open-fund-account　开立经费专户\n$/u);
  });

  it('an import that acts have followed is not undone, and says which studio stands in the way', async () => {
    await runDesk(...at('followed'), 'import', fixture, '--clean-rows-only');
    await runDesk(...at('followed'), 'run', 'accept', '--studio', '方予安小学语文名师工作室');
    const run = await runDesk(...at('followed'), 'undo-import', '1');
    expect([run.code, run.stderr]).toEqual([1, expect.stringContaining('「方予安小学语文名师工作室」又有了新的办理')]);
  });
});

describe('the desk command line', () => {
  it('takes options before and after the command', async () => {
    const before = await runDesk('--data', join(folder, 'order'), '--seat', '区教育局', '--json', 'studio', 'list');
    const after = await runDesk('studio', 'list', '--json', '--data', join(folder, 'order'));
    expect([before.stdout, after.stdout, before.code, after.code]).toEqual(['[]\n', '[]\n', 0, 0]);
  });

  it.each([
    [['fly'], '没有「fly」这个命令'],
    [['import'], '缺少要导入的文件'],
    [['studio', 'dance'], 'desk studio list'],
    [['studio', 'list', '--wings'], '选项 --wings'],
    [['undo-import', 'x'], '批号应为正整数'],
    [['run', 'accept'], '缺少 --studio'],
    [['run', 'accept', '--studio', '无此工作室'], '登记库里没有这个名称'],
    [['document', 'commitment-letter'], '缺少 --out'],
    [['export', 'filing'], '缺少 --out'],
    [['duties', '--days', '-1'], '--days'],
    [['studio', 'list', '--today', '2026-02-30'], '2026-02-30'],
  ])('exits 2 for %j', async (line, said) => {
    const run = await runDesk(...line, '--data', join(folder, 'usage'), ...(line.includes('--today') ? ['--seat', '区教育局'] : seat));
    expect([run.code, run.stdout, run.stderr]).toEqual([2, '', expect.stringContaining(said)]);
  });

  it.each([
    ['a missing file', ['import', '没有.xlsx'], '没有这个文件'],
    ['a day before the Measures', ['check', '--all', '--today', '2014-10-09'], '第二十二条'],
    ['an unknown seat', ['check', '--all', '--seat', '区气象局'], '没有这个部门'],
  ])('exits 1 for %s', async (_what, line, said) => {
    const own = line.includes('--seat') ? ['--today', '2026-08-10'] : line.includes('--today') ? ['--seat', '区教育局'] : seat;
    await runDesk(...at('refused'), 'studio', 'list');
    const run = await runDesk('--data', join(folder, 'refused'), ...own, ...line);
    expect([run.code, run.stderr]).toEqual([1, expect.stringContaining(said)]);
  });

  it('says how to begin where there is no register and no seat', async () => {
    const run = await runDesk('studio', 'list', '--data', join(folder, 'nothing'));
    expect([run.code, run.stderr]).toEqual([1, expect.stringContaining('desk init --seat')]);
  });

  it('exits 3 for a fault of its own, with the path of the log', async () => {
    const data = join(folder, 'fault');
    await runDesk(...at('fault'), 'studio', 'list');
    // A table that is gone is nothing a clerk could have caused or can mend.
    const { default: Database } = await import('better-sqlite3');
    const database = new Database(join(data, 'register.sqlite'));
    database.pragma('foreign_keys = OFF');
    database.exec('DROP TABLE designations');
    database.close();
    const run = await runDeskProcess('studio', 'list', '--data', data);
    expect([run.code, run.stderr]).toEqual([3, expect.stringContaining(join(data, 'logs', 'desk.log'))]);
    expect(readFileSync(join(data, 'logs', 'desk.log'), 'utf8')).toContain('no such table: designations');
  });

  it('helps in Chinese, on everything and on one act', async () => {
    const [all, one] = [await runDeskProcess('--help'), await runDeskProcess('run', 'inspect', '--help', '--data', join(folder, 'help'))];
    expect([all.code, one.code]).toEqual([0, 0]);
    for (const name of [
      'init',
      'import',
      'undo-import',
      'check',
      'studio',
      'run',
      'document',
      'export',
      'duties',
      'backup',
      'restore',
      'verify',
      'demo',
    ]) {
      expect(all.stdout).toContain(`desk ${name}`);
    }
    expect(one.stdout).toMatch(/inspect　登记现场考察（第十一条第二项；行业主管部门.*\n.*\n.*--set inspectors=…　考察组成员（必填）/u);
  });

  it('lists every act in one line, article by article: who may do it, and what it needs', async () => {
    const { stdout, code } = await runDesk('run', '--help', ...at('help'));
    const acts = stdout.slice(stdout.indexOf('可办理的事项')).split('\n');
    const lines = acts.filter((line) => line.startsWith('  '));
    const headings = acts.filter((line) => line.startsWith('《办法》第'));
    expect([code, lines.length]).toEqual([0, commands.length]);
    expect(headings).toEqual(
      ['二', '三', '四', '五', '九', '十一', '十二', '十三', '十六', '十八', '十九', '二十', '二十一'].map(
        (number) => `《办法》第${number}条`,
      ),
    );
    expect(new Set(lines.map((line) => line.trim().split('　')[0]))).toEqual(new Set(commands.map(({ name }) => name)));
    expect(lines).toContain('  return　退回申报（第十一条第二项；行业主管部门（本系统的工作室））　reason [date]');
    expect(lines).toContain(
      '  record-expert-scores　登记专家评分（第十二条第三项；区人力资源局）　expert score.指标编号 [date] [correction]',
    );
    expect(lines.find((line) => line.startsWith('  open-round'))).toContain('；不写 --studio）　[year] [date] [number]');
    expect(acts.indexOf('《办法》第十一条')).toBeLessThan(acts.findIndex((line) => line.startsWith('  return　')));
    expect(acts.indexOf('《办法》第十二条')).toBeGreaterThan(acts.findIndex((line) => line.startsWith('  return　')));
  });

  it('lists in the help of `document` every kind there is, with who issues it, before there is a register', async () => {
    const { stdout, code } = await runDesk('document', '--help', '--data', join(folder, 'none'));
    expect(code).toBe(0);
    expect(stdout.split('\n').filter((line) => documentKindIds.some((id) => line.startsWith(`  ${id}　`)))).toHaveLength(
      documentKindIds.length,
    );
    expect(stdout).toContain('  rectification-notice　整改通知书（');
    expect(stdout).toContain('  award-list　授牌名单（行业主管部门；按年度）');
  });

  it('makes several kinds at once, by id or title, each once, or all that the seat issues', async () => {
    const make = (...kinds: string[]) => runDesk('document', ...kinds, ...at('kinds'), '--out', join(folder, 'kinds-out'));
    const [twice, all, unknown] = [await make('授牌名单', 'award-list'), await make('全部'), await make('award-list', '诗')];
    expect([twice, all, unknown].map(({ code }) => code)).toEqual([1, 1, 1]);
    expect(twice.stderr.match(/未生成/gu)).toHaveLength(1);
    expect(all.stderr).toMatch(/《授牌名单》[^]*《牌匾制作清单》|《牌匾制作清单》[^]*《授牌名单》/u);
    expect(unknown.stderr).toContain('无法生成文书「诗」：没有这种文书');
  });

  it('helps with no act it does not know', async () => {
    const run = await runDesk('run', 'promote', '--help', ...at('help'));
    expect([run.code, run.stdout, run.stderr]).toEqual([2, '', expect.stringContaining('没有「promote」这个事项')]);
  });

  it('backs up, and restores what was backed up', async () => {
    await runDesk(...at('safe'), 'import', fixture, '--clean-rows-only');
    const copy = join(folder, '备份.sqlite');
    expect((await runDesk(...at('safe'), 'backup', copy)).code).toBe(0);
    await runDesk(...at('safe'), 'undo-import', '1');
    expect((await runDesk(...at('safe'), 'restore', copy)).code).toBe(0);
    expect(jsonOf<unknown[]>(await runDesk(...at('safe'), 'studio', 'list', '--json'))).toHaveLength(9);
    expect(jsonOf(await runDesk(...at('safe'), 'verify', '--json'))).toEqual({
      database: 'ok',
      audit: { entries: 2, firstBroken: null },
      files: { checked: 0, broken: [] },
    });
  });

  it('verify exits 1 for a register whose log was changed', async () => {
    await runDesk(...at('tampered'), 'import', fixture, '--clean-rows-only');
    const { default: Database } = await import('better-sqlite3');
    const database = new Database(join(folder, 'tampered', 'register.sqlite'));
    const triggers = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'audit'").all() as {
      name: string;
    }[];
    for (const { name } of triggers) database.exec(`DROP TRIGGER "${name}"`);
    database.prepare("UPDATE audit SET details = '{}' WHERE sequence = 2").run();
    database.close();
    const run = await runDesk(...at('tampered'), 'verify', '--json');
    expect([run.code, jsonOf(run)]).toMatchObject([1, { audit: { firstBroken: 2 } }]);
  });

  it('writes duties as a calendar that stays the same', async () => {
    const file = join(folder, '待办.ics');
    await runDesk(...at('fixture'), 'duties', '--ics', file);
    const first = readFileSync(file, 'utf8');
    await runDesk(...at('fixture'), 'duties', '--ics', file);
    expect(readFileSync(file, 'utf8')).toBe(first);
    expect(first.replaceAll('\r\n ', '')).toContain('SUMMARY:方予安小学语文名师工作室：审查申报材料，受理或退回');
    expect(first).toContain('DTSTART;VALUE=DATE:20260816');
  });

  it('refuses to demonstrate in a folder with other files', async () => {
    writeFileSync(join(folder, '别人的文件.txt'), '');
    const run = await runDesk('demo', '--out', folder);
    expect([run.code, run.stderr]).toEqual([1, expect.stringContaining('里面已有其他文件')]);
  });
});

import type { StudioRow } from '../../workflow/contract/studio.ts';
import type { Dice } from '../workflow/model/dice.ts';
import { fillIn, type Table, type TypedRow } from './fill-in.ts';
import type { Asked, Post } from './post.ts';
import type { District, Seat } from './seats.ts';

interface Setting {
  readonly district: District;
  readonly post: Post;
  readonly dice: Dice;
}

/** Hands a sheet to people without a desk, who fill it in and send it back. Answers whether there was one to hand out. */
async function handOut(
  { district, post }: Setting,
  seat: Seat,
  asked: Asked,
  typed: (table: Table) => readonly (TypedRow | undefined)[],
): Promise<boolean> {
  const blank = await post.write(seat, asked);
  if (blank === undefined) return false;
  const filled = district.newPath(seat);
  await fillIn(blank, filled, typed);
  await post.carry(seat, seat, filled);
  return true;
}

/** What comes into the first empty rows of a table. */
function below({ rows }: Table, typed: readonly TypedRow[]): readonly (TypedRow | undefined)[] {
  const used = rows.filter((row) => row.get('序号') !== '').length;
  return [...Array.from({ length: used }, () => undefined), ...typed];
}

/** A host unit books what came in and what was spent. 第十八条. */
export function unitBooks(setting: Setting, seat: Seat, studio: StudioRow): Promise<boolean> {
  const { district, dice } = setting;
  const today = district.today();
  const voucher = (kind: string) => `${kind}-${today}-${dice.below(1000)}`;
  const income: TypedRow = {
    日期: today,
    凭证号: voucher('收'),
    摘要: '单位安排经费',
    资金来源: '所在单位',
    收入: 20_000 + dice.below(9000),
  };
  const expense: TypedRow = {
    日期: today.replaceAll('-', '.'),
    凭证号: voucher('付'),
    摘要: '添置书架',
    支出科目: '工作室基础建设',
    支出: 1000 + dice.below(30_000),
    收付款单位: '武昌家具公司',
    经手人: '何思齐',
    领办人签字: studio.lead?.name ?? '',
    签字日期: today,
    单位审核: '单位财务科',
  };
  return handOut(setting, seat, { kind: 'expense-ledger', studioId: studio.id, year: Number(today.slice(0, 4)) }, (table) =>
    below(table, dice.percent(60) ? [income, expense] : [expense]),
  );
}

/** A studio reports what it did for the tasks of its letter. 第九条. */
export async function studioReports(setting: Setting, seat: Seat, studio: StudioRow): Promise<boolean> {
  const { district, dice } = setting;
  const { letters } = await seat.workflow.showStudio({ studioId: studio.id });
  const tasks = letters.at(-1)?.tasks ?? [];
  if (tasks.length === 0) return false;
  return handOut(setting, seat, { kind: 'activity-ledger', studioId: studio.id }, (table) =>
    below(
      table,
      Array.from({ length: 1 + dice.below(4) }, (_, index) => {
        const { code, title } = dice.oneOf(tasks);
        const topic: TypedRow = title.includes('课题') ? { 课题级别: '区级' } : {};
        const held = `${title}第${index + 1}次（${district.today()}）`;
        return { 任务编号: code, 活动日期: district.today(), 活动名称: held, 数量: 1, 佐证材料: '签到表', ...topic };
      }),
    ),
  );
}

/** An expert scores every studio of a round that nobody has scored for the expert, and keeps out of some. 第十二条第三项. */
export function expertScores(setting: Setting, hr: Seat, expert: string): Promise<boolean> {
  const { dice } = setting;
  return handOut(setting, hr, { kind: 'score-sheet', to: expert }, ({ headers, rows }) => {
    const [first = '', second = ''] = headers.filter((header) => header.includes('满分'));
    return rows.map((row) => {
      if (row.get(first) !== '' || row.get('回避理由') !== '') return undefined;
      if (dice.percent(3)) return { 回避理由: '曾为同事' };
      const points = [40 + dice.below(21), 20 + dice.below(21)] as const;
      // The library writes the file; a spreadsheet would have worked the total out.
      return { [first]: points[0], [second]: points[1], 总分: { formula: '0', result: points[0] + points[1] } };
    });
  });
}

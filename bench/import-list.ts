import { renderWorkbook } from '../exchange/render-workbook.ts';
import type { CellPlan } from '../exchange/workbook-plan.ts';
import { idNumberOf, plainHeader, plainRow } from '../test/exchange/sample-rows.ts';

/** Which list: the one the register has been filled from, or the one that comes later and says some things anew. */
type Version = 'first' | 'later';

/**
 * An application list as offices send it: a title, a header, bordered cells, nothing of ours. In the later one every tenth row says another
 * area, every hundredth a phone nobody can dial, every fiftieth an impossible date.
 */
export function applicationList(count: number, version: Version): Promise<Uint8Array> {
  const rows = Array.from({ length: count }, (_, index) => listRow(index, version));
  return renderWorkbook({
    title: '申报汇总表',
    author: '区教育局',
    date: '2026-08-05',
    sheets: [
      {
        name: '汇总表',
        visibility: 'visible',
        locked: false,
        widths: plainHeader.map(() => 14),
        rows: [
          { height: 32, cells: [{ content: '2026年武昌区教育系统名师工作室申报汇总表', look: 'title' }] },
          { height: 28, cells: plainHeader.map((content): CellPlan => ({ content, look: 'header' })) },
          ...rows,
        ],
        merges: [{ top: 0, left: 0, bottom: 0, right: plainHeader.length - 1 }],
        choices: [],
      },
    ],
  });
}

/** What becomes of a row of the later list where the register has so many of the first one. */
export function stateInRegister(index: number, known: number): 'error' | 'new' | 'changed' | 'unchanged' {
  if (index % 50 === 1) return 'error';
  if (index >= known) return 'new';
  return index % 10 === 0 || index % 100 === 2 ? 'changed' : 'unchanged';
}

function listRow(index: number, version: Version) {
  const birth = `${1965 + (index % 25)}-${String((index % 12) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}`;
  const later = version === 'later';
  const row = plainRow(index + 1, {
    领办人姓名: `尉迟${String.fromCodePoint(0x4e00 + (index % 15_000))}${'甲乙丙丁'[Math.floor(index / 15_000)] ?? ''}`,
    // 25, 12 and 28 come round together after 2,100 rows.
    身份证号: idNumberOf(birth.replaceAll('-', ''), Math.floor(index / 2_100) * 2 + 1),
    出生年月: birth,
    ...(later && index % 10 === 0 ? { '场所面积（㎡）': 99 } : {}),
    ...(later && index % 50 === 1 ? { 申报日期: '某天' } : {}),
    ...(later && index % 100 === 2 ? { 联系电话: '12' } : {}),
  });
  return {
    height: 28,
    cells: row.map(
      (value): CellPlan => ({ content: typeof value === 'string' || typeof value === 'number' ? value : undefined, look: 'body' }),
    ),
  };
}

import type { listSectors } from '../../db/queries/departments.ts';
import { applicationList } from '../../exchange/application-list.ts';
import type { ApplicationRecord } from '../../exchange/application-record.ts';
import type { CellProblem, ReadRow } from '../../exchange/read-result.ts';
import { rowProblem } from '../../exchange/row-problem.ts';
import { Refusal } from '../../policy/refusal.ts';
import type { Context } from '../context.ts';
import type { MeasuresBook } from '../measures-book.ts';

/** What is wrong with a row for this seat on this day, though each cell by itself is right. */
export function applicationProblems(
  row: ReadRow<ApplicationRecord>,
  sectors: ReturnType<typeof listSectors>,
  measures: MeasuresBook,
  { seat, today }: Context,
): readonly CellProblem[] {
  const problem: Problem = (field, message) => rowProblem(applicationList, row, field, message);
  return [...sectorProblems(row, sectors, seat, problem), ...dateProblems(row, today, measures, problem)];
}

type Problem = (field: 'sector' | 'appliedOn', message: string) => CellProblem;

function sectorProblems(
  { record: { sector }, original }: ReadRow<ApplicationRecord>,
  sectors: ReturnType<typeof listSectors>,
  seat: Context['seat'],
  problem: Problem,
): readonly CellProblem[] {
  if (seat.kind !== 'sector-bureau')
    return [problem('sector', `${seat.name}不受理系统内申报：申报汇总表由行业主管部门导入。（《办法》第十一条）`)];
  // A cell that could not be read has said so already.
  if (sector === undefined)
    return original.sector === undefined || seat.sectors.length === 1 ? [] : [problem('sector', '没有填领域：请补上。')];
  if (!sectors.some(({ name }) => name === sector))
    return [problem('sector', `没有「${sector}」这个领域：请填写 ${sectors.map(({ name }) => name).join('、')}之一。`)];
  if (!seat.sectors.includes(sector))
    return [problem('sector', `「${sector}」不属于${seat.name}主管的系统：请转送该领域的主管部门。（《办法》第十一条）`)];
  return [];
}

function dateProblems(
  { record: { appliedOn }, errors, cells }: ReadRow<ApplicationRecord>,
  today: Context['today'],
  measures: MeasuresBook,
  problem: Problem,
): readonly CellProblem[] {
  if (appliedOn === undefined) {
    const said = errors.some(({ cell }) => cell !== '' && cell === cells.appliedOn);
    return said ? [] : [problem('appliedOn', '没有填申报日期：年龄按申报日期计算，请补上。（《办法》第五条第四项）')];
  }
  if (appliedOn > today) return [problem('appliedOn', `申报日期 ${appliedOn} 晚于今天 ${today}：请核对。`)];
  try {
    measures.on(appliedOn);
    return [];
  } catch (error) {
    if (error instanceof Refusal) return [problem('appliedOn', error.message)];
    throw error;
  }
}

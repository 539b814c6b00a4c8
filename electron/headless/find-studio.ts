import type { Workflow } from '../../workflow/contract/contract.ts';
import type { StudioRow } from '../../workflow/contract/studio.ts';
import { UsageError } from './usage-error.ts';

/** The studio of a name, an id, or a part of a name that fits only one. Says which there are otherwise. */
export async function findStudio(workflow: Workflow, wanted: string): Promise<StudioRow> {
  const all = await workflow.listStudios({});
  const exact = all.filter(({ id, name }) => id === wanted || name === wanted);
  const found = exact.length > 0 ? exact : all.filter(({ name }) => name.includes(wanted));
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  if (only === undefined) throw new UsageError(`无法找到工作室「${wanted}」：登记库里没有这个名称。可用 desk studio list 查看全部名称。`);
  const named = found.map(({ id, name }) => `${name}（${id}）`).join('、');
  throw new UsageError(`无法确定工作室「${wanted}」：有 ${found.length} 个名称相符，${named}。请写全称，或用编号。`);
}

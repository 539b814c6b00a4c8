import { join } from 'node:path';
import { plainDate } from '../../policy/plain-date.ts';
import { openWorkflow } from '../../workflow/service.ts';
import { repository } from '../machine/runtime-folder.ts';

const workbook = join(repository, 'test', 'fixtures', '2026年武昌区教育系统名师工作室申报汇总表（区教育局）.xlsx');
/** Two studios of the sample workbook. */
export const namedStudios = ['方予安小学语文名师工作室', '陶景行高中物理名师工作室'];

/** A register of the education bureau with two named studios, on 10 August 2026. */
export async function withNamedStudios(dataFolder: string): Promise<void> {
  const { workflow, close } = openWorkflow({
    dataFolder,
    today: () => plainDate('2026-08-10'),
    now: () => '2026-08-10T01:00:00.000Z',
    sampleWorkbook: workbook,
  });
  await workflow.initialise({ seat: '区教育局', contact: { person: '何思齐', phone: '027-88000000' } });
  await workflow.applyImport({ path: workbook, cleanRowsOnly: true });
  for (const { id } of (await workflow.listStudios({})).filter(({ name }) => namedStudios.includes(name))) {
    const act = (command: string, answers: Record<string, unknown> = {}) => workflow.runCommand({ command, studioId: id, answers });
    await act('accept');
    await act('inspect', { inspectors: '林清源、何思齐', result: 'pass', verified: '是' });
    await act('decide', { minutes: '武昌教党纪〔2026〕8号', decision: '同意' });
    await act('name');
  }
  close();
}

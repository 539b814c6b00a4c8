import type { DeskCommand } from '../desk-command.ts';
import { findStudio } from '../find-studio.ts';

const outcomeLabels = { met: '符合', 'needs-approval': '须批准', unmet: '不符合', missing: '缺材料' } as const;

/** What the Measures say of one studio or of all. */
export const check: DeskCommand = {
  name: 'check',
  usage: '[--studio 名称 | --all]',
  summary: '按《办法》核对申报条件，逐条列出条文和依据。',
  needsRegister: true,
  options: { studio: { value: '名称', help: '只核对一个工作室' }, all: { help: '核对全部（默认）' } },
  async run(workflow, given) {
    const wanted = given.text('studio');
    const rows = wanted === undefined ? await workflow.listStudios({}) : [await findStudio(workflow, wanted)];
    const checked = [];
    for (const { id, name } of rows) {
      const { findings } = await workflow.showStudio({ studioId: id });
      checked.push({ studio: name, findings });
    }
    const text = checked
      .flatMap(({ studio, findings }) => [
        studio,
        ...findings.map(({ outcome, article, message }) => `  ${outcomeLabels[outcome]}　${article}：${message}`),
      ])
      .join('\n');
    return { json: checked, text };
  },
};

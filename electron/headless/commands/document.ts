import type { Workflow } from '../../../workflow/contract/contract.ts';
import type { MadeDocuments } from '../../../workflow/contract/document.ts';
import type { DeskCommand } from '../desk-command.ts';
import { findStudio } from '../find-studio.ts';
import { UsageError } from '../usage-error.ts';

/** A year as people type it. */
export function yearOf(text: string | undefined): { readonly year?: number } {
  if (text === undefined) return {};
  if (!/^\d{4}$/.test(text)) throw new UsageError(`年度「${text}」应为四位数字，例如 --year 2026。`);
  return { year: Number(text) };
}

/** Kinds by their ids or Chinese titles, each once; 全部 is every kind the seat issues. What is neither is left for the workflow to refuse. */
async function kindsGiven(workflow: Workflow, words: readonly string[]): Promise<readonly string[]> {
  const own = await workflow.listDocumentKinds({ all: false });
  const all = await workflow.listDocumentKinds({ all: true });
  const kinds = words.flatMap((word) =>
    word === '全部' ? own.map(({ id }) => id) : [all.find(({ title }) => title === word)?.id ?? word],
  );
  return [...new Set(kinds)];
}

/** Makes official Word documents into a folder. */
export const document: DeskCommand = {
  name: 'document',
  usage: '种类… | 全部 [--studio 名称 | --all] --out 文件夹 [--year 年度] [--one-file] [--draft]',
  summary: '生成 Word 文书并登记，可写几种或「全部」。种类见 desk document --help。',
  needsRegister: true,
  options: {
    studio: { value: '名称', repeated: true, help: '只做这个工作室的，可写多次' },
    all: { help: '做全部可以出具的（默认）' },
    out: { value: '文件夹', help: '存到哪里' },
    year: { value: '年度', help: '名单、收支表的年度，不写为今年' },
    'one-file': { help: '每种合成一个文件，便于打印' },
    draft: { help: '加「草稿」水印，不编号、不登记' },
  },
  async more(workflow) {
    const kinds = await workflow.listDocumentKinds({ all: true });
    const lines = kinds.map(({ id, title, who, perStudio }) => `  ${id}　${title}（${who}${perStudio ? '' : '；按年度'}）`);
    return ['种类：', ...lines].join('\n');
  },
  async run(workflow, given) {
    const folder = given.text('out');
    if (given.words.length === 0) {
      throw new UsageError('缺少文书种类，例如 desk document commitment-letter --all --out 文件夹；写「全部」是本部门出具的各种文书。');
    }
    if (folder === undefined) throw new UsageError('缺少 --out 文件夹。');
    const studioIds: string[] = [];
    for (const name of given.all('studio')) studioIds.push((await findStudio(workflow, name)).id);
    const made: MadeDocuments = { files: [], refused: [] };
    for (const kind of await kindsGiven(workflow, given.words)) {
      const { files, refused } = await workflow.makeDocuments({
        kind,
        folder,
        draft: given.flag('draft'),
        oneFile: given.flag('one-file'),
        ...yearOf(given.text('year')),
        ...(studioIds.length === 0 ? {} : { studioIds }),
      });
      made.files.push(...files);
      made.refused.push(...refused);
    }
    const text = made.files.map(({ path, number }) => `已生成 ${path}${number === null ? '' : `（${number}）`}`);
    const refused = made.refused.map(({ studio, reason }) => `未生成「${studio}」：${reason}`);
    return {
      json: made,
      text: text.length + refused.length === 0 ? '没有可以出具的工作室。' : text.join('\n'),
      ...(refused.length === 0 ? {} : { blocked: refused.join('\n') }),
    };
  },
};

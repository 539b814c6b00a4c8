import type { DeskCommand } from '../desk-command.ts';
import { findStudio } from '../find-studio.ts';
import { UsageError } from '../usage-error.ts';

/** A year as people type it. */
export function yearOf(text: string | undefined): { readonly year?: number } {
  if (text === undefined) return {};
  if (!/^\d{4}$/.test(text)) throw new UsageError(`年度「${text}」应为四位数字，例如 --year 2026。`);
  return { year: Number(text) };
}

/** Makes official Word documents into a folder. */
export const document: DeskCommand = {
  name: 'document',
  usage: '种类 [--studio 名称 | --all] --out 文件夹 [--year 年度] [--one-file] [--draft]',
  summary: '生成 Word 文书并登记。种类见 desk document --help。',
  needsRegister: true,
  options: {
    studio: { value: '名称', repeated: true, help: '只做这个工作室的，可写多次' },
    all: { help: '做全部可以出具的（默认）' },
    out: { value: '文件夹', help: '存到哪里' },
    year: { value: '年度', help: '名单、收支表的年度，不写为今年' },
    'one-file': { help: '合成一个文件，便于打印' },
    draft: { help: '加「草稿」水印，不编号、不登记' },
  },
  async more(workflow) {
    const kinds = await workflow.listDocumentKinds({ all: true });
    const lines = kinds.map(({ id, title, who, perStudio }) => `  ${id}　${title}（${who}${perStudio ? '' : '；按年度'}）`);
    return ['种类：', ...lines].join('\n');
  },
  async run(workflow, given) {
    const [kind] = given.words;
    const folder = given.text('out');
    if (kind === undefined) throw new UsageError('缺少文书种类，例如 desk document commitment-letter --all --out 文件夹。');
    if (folder === undefined) throw new UsageError('缺少 --out 文件夹。');
    const studioIds: string[] = [];
    for (const name of given.all('studio')) studioIds.push((await findStudio(workflow, name)).id);
    const made = await workflow.makeDocuments({
      kind,
      folder,
      draft: given.flag('draft'),
      oneFile: given.flag('one-file'),
      ...yearOf(given.text('year')),
      ...(studioIds.length === 0 ? {} : { studioIds }),
    });
    const text = made.files.map(({ path, number }) => `已生成 ${path}${number === null ? '' : `（${number}）`}`);
    const refused = made.refused.map(({ studio, reason }) => `未生成「${studio}」：${reason}`);
    return {
      json: made,
      text: text.length + refused.length === 0 ? '没有可以出具的工作室。' : text.join('\n'),
      ...(refused.length === 0 ? {} : { blocked: refused.join('\n') }),
    };
  },
};

import type { WordingView } from '../../../workflow/contract/custom-wording.ts';
import type { DeskCommand } from '../desk-command.ts';
import { UsageError } from '../usage-error.ts';

function described({ kind, title, custom }: WordingView): string {
  const wording = custom === null ? '内置文本' : `自定义文本 ${custom.fileName}（${custom.acceptedOn} 起，SHA-256 ${custom.sha256}）`;
  return `${title}（${kind}）：${wording}`;
}

/** Custom wording: a kind out as a .docx with names of fields, back in after checks, and back to the built-in text. */
export const wording: DeskCommand = {
  name: 'wording',
  usage: '[--show | --export 种类 --out 文件.docx | --accept 种类 文件.docx | --return 种类]',
  summary: '文书的自定义文本：导出带 {{字段}} 的 Word 文件，改好后交回检查并换用，或换回内置文本。',
  needsRegister: true,
  options: {
    show: { help: '列出各种文书现在用的文本（默认）' },
    export: { value: '种类', help: '导出这种文书，旁边另存一份字段说明' },
    out: { value: '文件', help: '导出到哪里' },
    accept: { value: '种类', help: '检查后面写的文件，没有问题就换用' },
    return: { value: '种类', help: '换回内置文本' },
  },
  async run(workflow, given) {
    const [exported, accepted, returned] = [given.text('export'), given.text('accept'), given.text('return')];
    if (exported !== undefined) {
      const target = given.text('out');
      if (target === undefined) throw new UsageError('缺少 --out 文件，例如 --out 退回通知书.docx。');
      const files = await workflow.exportWording({ kind: exported, target });
      const frame = files.ownText ? '' : '\n这种文书的版式由程序按内容计算，导出的是列出全部字段的简单表格，请自行排版。';
      return { json: files, text: `已导出 ${files.path}\n字段说明 ${files.guide}${frame}` };
    }
    if (accepted !== undefined) {
      const [path] = given.words;
      if (path === undefined) throw new UsageError('缺少文件，例如 desk wording --accept return-notice 退回通知书.docx。');
      const view = await workflow.acceptWording({ kind: accepted, path });
      return { json: view, text: `已换用：${described(view)}` };
    }
    if (returned !== undefined) {
      const view = await workflow.returnWording({ kind: returned });
      return { json: view, text: `已换回：${described(view)}` };
    }
    const all = await workflow.listWordings({});
    return { json: all, text: all.length === 0 ? '本部门没有可以出具的文书。' : all.map(described).join('\n') };
  },
};

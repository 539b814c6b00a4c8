import type { Workflow } from '../../../workflow/contract/contract.ts';
import type { IssuedDocumentView } from '../../../workflow/contract/document.ts';
import type { DeskArguments, DeskCommand } from '../desk-command.ts';
import { UsageError } from '../usage-error.ts';

/** The document of a number, a file name or an id; of several files of one document the latest. */
async function findDocument(workflow: Workflow, wanted: string): Promise<IssuedDocumentView> {
  const found = (await workflow.listIssuedDocuments({})).filter(
    ({ id, number, fileName }) => id === wanted || number === wanted || fileName === wanted,
  );
  const [only, other] = found.filter(({ status }) => status !== 'renewed');
  if (only === undefined) throw new UsageError(`没有文号、文件名或编号为「${wanted}」的文书。可用 desk documents --list 查看。`);
  if (other !== undefined) {
    const named = found.map(({ kindTitle, studio, id }) => `${kindTitle} ${studio ?? ''}（${id}）`).join('、');
    throw new UsageError(`「${wanted}」有 ${found.length} 份文书：${named}。请用编号指定。`);
  }
  return only;
}

function described({ kindTitle, number, studio, issuedOn, statusLabel, closedOn, reason, replaces, scans }: IssuedDocumentView): string {
  const end = reason === null ? '' : `（${closedOn ?? ''} ${reason}）`;
  const origin = replaces === null ? '' : `，代替 ${replaces}`;
  const paper = scans.length === 0 ? '' : `，扫描件 ${scans.length} 份`;
  return `${issuedOn}　${kindTitle}　${number ?? '（无文号）'}　${studio ?? ''}　${statusLabel}${end}${origin}${paper}`;
}

function reasonOf(given: DeskArguments): string {
  const reason = given.text('reason');
  if (reason === undefined) throw new UsageError('缺少 --reason 原因：作废、重新出具都要写明。');
  return reason;
}

async function listed(workflow: Workflow) {
  const documents = await workflow.listIssuedDocuments({});
  const { numbers } = await workflow.showDocumentSettings({});
  const series = numbers.map(({ prefix, year, next, taken, gaps, withoutDocument }) => {
    const passed = gaps.length === 0 ? '' : `，未取用 ${gaps.join('、')}`;
    const waiting = withoutDocument.length === 0 ? '' : `，已取号未出具 ${withoutDocument.join('、')}`;
    return `${prefix}〔${year}〕：已用 ${taken} 个，下一号 ${next}号${passed}${waiting}`;
  });
  const lines = documents.length === 0 ? ['还没有出具过文书。'] : documents.map(described);
  return { json: { documents, numbers }, text: [...lines, '', '文号：', ...series].join('\n') };
}

/** The register of issued documents: what was issued, its numbers and their gaps; void, anew, scans of signed paper. */
export const documents: DeskCommand = {
  name: 'documents',
  usage: '[--list | --void 文号 | --reissue 文号 --out 文件夹 | --scan 文号 --file 扫描件] [--reason 原因]',
  summary: '查看已出具文书的登记和文号的空缺；作废、重新出具、存入签章后的扫描件。',
  needsRegister: true,
  options: {
    list: { help: '列出全部（默认）' },
    void: { value: '文号', help: '作废这份文书；文号不再使用' },
    reissue: { value: '文号', help: '用新文号重新出具，原件作废' },
    same: { help: '重新出具时照原内容，不写则按现在的登记内容' },
    out: { value: '文件夹', help: '重新出具的文书存到哪里' },
    reason: { value: '原因', help: '为什么作废或重新出具' },
    scan: { value: '文号', help: '为这份文书存入扫描件' },
    file: { value: '文件', help: '扫描件：PDF、OFD 或图片' },
  },
  async run(workflow, given) {
    const [ended, renewed, scanned] = [given.text('void'), given.text('reissue'), given.text('scan')];
    if (ended !== undefined) {
      const { id } = await findDocument(workflow, ended);
      const document = await workflow.voidDocument({ documentId: id, reason: reasonOf(given) });
      return { json: document, text: `已作废：${described(document)}` };
    }
    if (renewed !== undefined) {
      const folder = given.text('out');
      if (folder === undefined) throw new UsageError('缺少 --out 文件夹。');
      const { id } = await findDocument(workflow, renewed);
      const content = given.flag('same') ? 'same' : 'corrected';
      const made = await workflow.reissueDocument({ documentId: id, reason: reasonOf(given), content, folder });
      return { json: made, text: made.files.map(({ path, number }) => `已重新出具 ${path}（${number ?? '无文号'}）`).join('\n') };
    }
    if (scanned !== undefined) {
      const path = given.text('file');
      if (path === undefined) throw new UsageError('缺少 --file 扫描件。');
      const { id } = await findDocument(workflow, scanned);
      const document = await workflow.attachScan({ documentId: id, path });
      return { json: document, text: `已存入扫描件：${described(document)}` };
    }
    return listed(workflow);
  },
};

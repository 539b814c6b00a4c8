import { readStudios } from '../../db/queries/studios.ts';
import { filingReceipt, writeFilingReceipt } from '../../exchange/filing-receipt.ts';
import { article } from '../../policy/article.ts';
import { partsOf } from '../../policy/plain-date.ts';
import { Refusal } from '../../policy/refusal.ts';
import { filingsOf, receiptOf } from './filing-receipts.ts';
import { type Outgoing, senderOf } from './outgoing.ts';

const place = article(11, 3);

/** 备案回执: what the HR bureau answered to one bureau's filings in a year. Refused where nothing has been answered. 第十六条. */
export const outgoingFilingReceipt: Outgoing = {
  id: filingReceipt.id,
  title: filingReceipt.title,
  summary: '把已办理的备案（备案号，或退回及理由）答复报送的主管部门。',
  article: place,
  powers: ['hr-bureau'],
  about: 'bureau',
  counted: '个工作室',
  async write(context, { year, recipient: bureau }) {
    if (bureau === undefined) throw new Refusal('无法导出备案回执：没有指定报送备案的主管部门。请选择主管部门（--to 部门名称）。', place);
    const entries = readStudios(context.db)
      .filter(({ sector }) => sector.bureauId === bureau.id)
      .flatMap((studio) => {
        const answered = filingsOf(context.db, studio).findLast(
          ({ answeredOn }) => answeredOn !== null && partsOf(answeredOn).year === year,
        );
        return answered === undefined ? [] : [{ recordId: studio.id, record: receiptOf(studio, answered) }];
      });
    if (entries.length === 0) {
      throw new Refusal(`无法导出备案回执：${year} 年没有办理过${bureau.name}报送的备案。请先导入备案汇总表并办理备案。`, place);
    }
    const written = await writeFilingReceipt(entries, { ...senderOf(context), year, bureau: bureau.name });
    return { ...written, rows: entries.length };
  },
};

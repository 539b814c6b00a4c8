import type { ReadableDatabase, Transaction } from '../../db/database.ts';
import { otherBearerOf } from '../../db/queries/filings.ts';
import { readStudios } from '../../db/queries/studios.ts';
import { moveFiling } from '../../db/writes/filings.ts';
import { compareRecords } from '../../exchange/compare-records.ts';
import { type FilingReceiptRecord, filingReceipt } from '../../exchange/filing-receipt.ts';
import type { ReadResult } from '../../exchange/read-result.ts';
import { readOpened } from '../../exchange/read-workbook.ts';
import { rowProblem } from '../../exchange/row-problem.ts';
import { article } from '../../policy/article.ts';
import { Refusal } from '../../policy/refusal.ts';
import { performCommand } from '../command.ts';
import type { Context } from '../context.ts';
import { acknowledgeWaiting, returnWaiting } from '../naming/answer-filing.ts';
import { fileStudio } from '../naming/file-studio.ts';
import { filingWaits } from '../naming/waiting-filing.ts';
import { pastDay } from '../past-day.ts';
import { filingsOf, receiptOf } from './filing-receipts.ts';
import { incomingActs, inError, type JudgedRow, judgedRow } from './incoming.ts';
import { senderOfFile } from './sender.ts';
import { studiosMeant } from './studios-meant.ts';

const place = article(11, 3);
const from = { title: filingReceipt.title, from: 'hr-bureau' } as const;
type Read = ReadResult<'filing-receipt', FilingReceiptRecord>;

/** 备案回执, as the bureau takes it: the HR bureau's own acts, with its powers, on the studios this bureau filed. 第十一条第三项, 第十六条. */
export const incomingFilingReceipt = incomingActs({
  kind: filingReceipt,
  receivers: ['sector-bureau'],
  read: (workbook, fileName) => readOpened(filingReceipt, workbook, fileName),
  about: ({ record }) => ({ lead: record.leadName ?? '', hostUnit: '' }),
  judge,
  blamed: 'answer',
  take,
});

function judge(db: ReadableDatabase, read: Read, context: Context): readonly JudgedRow<FilingReceiptRecord>[] {
  senderOfFile(db, read, from, context);
  const own = studiosMeant(db, read.rows).filter(({ sector }) => context.seat.sectors.includes(sector.name));
  const present = own.map((studio) => ({ recordId: studio.id, record: receiptOf(studio, filingsOf(db, studio).at(-1)) }));
  // The receipt states what the HR bureau has now; nothing of it began as ours.
  const rows = read.rows.map(({ baseHash: _base, ...row }) => row);
  return compareRecords(filingReceipt, rows, present, { suggestBy: ['studioName'], sender: 'hr-bureau' }).map((compared) => {
    const { row, recordId } = compared;
    const studio = own.find(({ id }) => id === recordId);
    const judged = judgedRow(compared);
    if (compared.state === 'error' || compared.state === 'unchanged') return judged;
    if (studio === undefined) {
      const message = `${context.seat.name}没有身份证号与此相同的领办人的工作室：请核对回执是否发错，或向区人力资源局核对。`;
      return inError(judged, [rowProblem(filingReceipt, row, 'leadIdNumber', message)]);
    }
    const had = filingsOf(db, studio).find((filing) => isSame(receiptOf(studio, filing), row.record));
    if (had === undefined) return judged;
    return { ...judged, state: 'unchanged', changes: [], warnings: [...judged.warnings, `这是 ${had.sentOn} 那次报送的答复，已经收过。`] };
  });
}

/** The same answer, whatever the two seats hold to be the day of sending. */
function isSame(one: Partial<FilingReceiptRecord>, other: Partial<FilingReceiptRecord>): boolean {
  const answers = ['answer', 'filingNumber', 'answeredOn', 'reason'] as const;
  return answers.every((field) => one[field] === other[field]);
}

function take(tx: Transaction, { row, recordId }: JudgedRow<FilingReceiptRecord>, context: Context): readonly string[] {
  const entered = enterAsAnswered(tx, recordId, row.record, context);
  const [studio] = recordId === undefined ? [] : readStudios(tx, [recordId]);
  const { answer, answeredOn, filingNumber, reason } = row.record;
  // The meta sheet or the only HR bureau there is: whose answer it is has been asked when the file was judged.
  const by = senderOfFile(tx, { header: {} }, from, context);
  if (studio === undefined || by === undefined || answer === undefined || answeredOn === undefined) {
    throw new Error(`a receipt without studio, answer or day passed the checks: ${JSON.stringify(row.record)}`);
  }
  const on = pastDay(answeredOn, context, '收取备案回执', '办理日期', place);
  if (answer === 'returned') {
    returnWaiting(tx, studio, { by, on }, reason ?? '');
    return entered;
  }
  const number = filingNumber ?? '';
  const bearer = otherBearerOf(tx, number, studio.id);
  if (bearer !== undefined) throw new Refusal(`无法办理备案：备案号「${number}」已给「${bearer}」。请向区人力资源局核对。`, place);
  acknowledgeWaiting(tx, studio, { by, on }, number);
  return entered;
}

/**
 * Whoever gets an answer has sent a filing: where the bureau forgot to enter it, or entered it later than it was answered, the day the
 * answer names is taken. Returns what to say of it.
 */
function enterAsAnswered(
  tx: Transaction,
  studioId: string | undefined,
  { sentOn, answeredOn }: Partial<FilingReceiptRecord>,
  context: Context,
): readonly string[] {
  const [studio] = studioId === undefined ? [] : readStudios(tx, [studioId]);
  if (studio === undefined || sentOn === undefined || answeredOn === undefined) return [];
  if (filingWaits(studio)) {
    const waiting = filingsOf(tx, studio).find(({ answer }) => answer === null);
    if (waiting === undefined || waiting.sentOn <= answeredOn || sentOn > answeredOn) return [];
    moveFiling(tx, waiting, sentOn);
    return [`登记的报送日期 ${waiting.sentOn} 晚于办理日期，改为回执上的 ${sentOn}。`];
  }
  if (!fileStudio.offered(studio, tx, context.seat, context.today)) return [];
  performCommand(tx, fileStudio, studio.id, { date: sentOn }, context);
  return [`还没有登记报送备案，按回执登记为 ${sentOn} 报送。`];
}

import { appendAudit } from '../../db/audit.ts';
import type { ReadableDatabase, Transaction } from '../../db/database.ts';
import { departmentNamesOverTime } from '../../db/queries/departments.ts';
import { readNumberSeries } from '../../db/queries/document-numbers.ts';
import { readIssuedDocuments } from '../../db/queries/issued-documents.ts';
import { inTransaction } from '../../db/transaction.ts';
import { correctOfficialName } from '../../db/writes/departments.ts';
import { nextValue, numberText } from '../../db/writes/document-numbers.ts';
import { writeSetting } from '../../db/writes/settings.ts';
import { partsOf } from '../../policy/plain-date.ts';
import { Refusal } from '../../policy/refusal.ts';
import { fontSets } from '../../templates/kit/font-sets.ts';
import { faceLabels, faces, usualFonts } from '../../templates/kit/typefaces.ts';
import type { Context } from '../context.ts';
import type { InputOf } from '../contract/contract.ts';
import type { DocumentSettings, DocumentSettingsView } from '../contract/document-settings.ts';
import { documentSettingsKey, firstNumberOf, readDocumentSettings, seriesOf } from './document-settings.ts';
import { numberGaps } from './number-gaps.ts';
import { isNumberedDocument, numberedDocuments } from './numbered-documents.ts';

/** The settings of this seat's documents, with its series of numbers and what can be chosen from. */
export function showDocumentSettings({ db, seat, today }: Context): DocumentSettingsView {
  const settings = readDocumentSettings(db, seat);
  return {
    ...settings,
    department: seat.name,
    officialName: departmentNamesOverTime(db).find((name) => bornOn(name, seat.id, today))?.officialName ?? seat.officialName,
    usualPrefix: seat.numberPrefix,
    numbered: Object.entries(numberedDocuments).map(([id, label]) => ({ id, label })),
    numbers: numbersOf(db, settings, seat, partsOf(today).year),
    faces: faces.map((face) => ({ id: face, label: faceLabels[face], usual: usualFonts[face] })),
    fontSets: fontSets.map((set) => ({ ...set, fonts: { ...set.fonts } })),
  };
}

/**
 * Changes the settings of this seat's documents. Refuses a series of another department, a next number at or below one that was taken, a
 * kind or a typeface's purpose there is not, and an official name another department bears.
 */
export function changeDocumentSettings(asked: InputOf<'changeDocumentSettings'>, context: Context): DocumentSettingsView {
  const { officialName, ...changes } = asked;
  inTransaction(context.db, (tx) => {
    const before = readDocumentSettings(tx, context.seat);
    const settings: DocumentSettings = {
      series: changes.series ?? before.series,
      starts: changes.starts ?? before.starts,
      signers: changes.signers ?? before.signers,
      copyTo: changes.copyTo ?? before.copyTo,
      printer: changes.printer === undefined ? before.printer : changes.printer,
      address: changes.address === undefined ? before.address : changes.address,
      handBackDays: changes.handBackDays ?? before.handBackDays,
      plaqueSize: changes.plaqueSize ?? before.plaqueSize,
      letterForm: changes.letterForm ?? before.letterForm,
      reclaimAccount: changes.reclaimAccount === undefined ? before.reclaimAccount : changes.reclaimAccount,
      fonts: changes.fonts ?? before.fonts,
    };
    checkSeries(tx, settings, context);
    checkStarts(tx, settings, before);
    for (const face of Object.keys(settings.fonts)) {
      if (!faces.some((known) => known === face))
        refuse(`没有「${face}」这种用途的字体。可设的有 ${Object.values(faceLabels).join('、')}，请从中选择`);
    }
    writeSetting(tx, documentSettingsKey(context.seat), settings);
    if (officialName !== undefined) rename(tx, officialName.trim(), context);
    appendAudit(tx, {
      at: context.at,
      onDate: context.today,
      departmentId: context.seat.id,
      command: 'document-settings',
      studioId: null,
      details: JSON.parse(JSON.stringify(asked)),
    });
  });
  return showDocumentSettings(context);
}

function refuse(why: string): never {
  throw new Refusal(`无法保存文书设置：${why}。`);
}

function bornOn(name: ReturnType<typeof departmentNamesOverTime>[number], departmentId: string, day: string): boolean {
  return name.departmentId === departmentId && name.validFrom <= day && (name.validTo === null || name.validTo >= day);
}

function rename(tx: Transaction, officialName: string, { seat, today }: Context): void {
  const taken = departmentNamesOverTime(tx).find((name) => name.departmentId !== seat.id && name.officialName === officialName);
  if (taken !== undefined) refuse(`全称「${officialName}」是${taken.name}的。请核对本部门的全称`);
  correctOfficialName(tx, seat.id, today, officialName);
}

function checkSeries(tx: Transaction, { series }: DocumentSettings, { seat }: Context): void {
  for (const { document, prefix } of series) {
    if (document !== null && !isNumberedDocument(document)) refuse(`没有「${document}」这种编号的文书。请重新选择`);
    const owner = departmentNamesOverTime(tx).find((name) => name.departmentId !== seat.id && name.numberPrefix === prefix);
    if (owner !== undefined) refuse(`发文字号代字「${prefix}」是${owner.name}的。请换一个代字`);
  }
  const twice = series.find(({ document, fromYear }, index) =>
    series.some((other, later) => later > index && other.document === document && other.fromYear === fromYear),
  );
  if (twice !== undefined) refuse(`同一种文书自 ${twice.fromYear} 年起设了两个代字，只能留一个`);
}

/** A start that is new or changed lies above every number taken; one that was set before may have been passed since. */
function checkStarts(tx: Transaction, { starts }: DocumentSettings, before: DocumentSettings): void {
  for (const { prefix, year, next } of starts) {
    const least = nextValue(tx, prefix, year);
    const kept = before.starts.some((start) => start.prefix === prefix && start.year === year && start.next === next);
    if (next < least && !kept) {
      refuse(`${prefix}〔${year}〕${next}号不能作下一号：已用到 ${least - 1}号，用过的号不能再用。请填不小于 ${least} 的数`);
    }
  }
}

function numbersOf(db: ReadableDatabase, settings: DocumentSettings, seat: Context['seat'], year: number): DocumentSettingsView['numbers'] {
  const known = readNumberSeries(db);
  const inUse = new Set(Object.keys(numberedDocuments).map((document) => seriesOf(settings, seat, document, year)));
  const fresh = [...inUse].filter((series) => !known.some((each) => each.series === series && each.year === year));
  const issued = new Set(readIssuedDocuments(db).map(({ number }) => number));
  return [...known, ...fresh.map((series) => ({ series, year, taken: [] }))]
    .map(({ series, year: of, taken }) => {
      const values = taken.map(({ value }) => value);
      return {
        prefix: series,
        year: of,
        next: Math.max(firstNumberOf(settings, series, of), ...values.map((value) => value + 1)),
        taken: values.length,
        gaps: numberGaps(values, 1),
        withoutDocument: taken
          .filter(({ value }) => !issued.has(numberText(series, of, value)))
          .map(({ value, takenFor }) => `${value}号 ${takenFor}`),
      };
    })
    .toSorted((one, other) => other.year - one.year || one.prefix.localeCompare(other.prefix));
}

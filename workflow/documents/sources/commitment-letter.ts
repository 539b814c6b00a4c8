import type { Transaction } from '../../../db/database.ts';
import { type CommitmentLetter, readLetters } from '../../../db/queries/commitment-letters.ts';
import type { StudioRecord } from '../../../db/queries/studios.ts';
import { article } from '../../../policy/article.ts';
import type { PlainDate } from '../../../policy/plain-date.ts';
import { actingLevel } from '../../act-of.ts';
import { drawUpLetter, letterInForce, lettersUnder } from '../../commitment/draw-up-letter.ts';
import { heldTitle } from '../../held-title.ts';
import { measuresBook } from '../../measures-book.ts';
import { readDocumentSettings } from '../document-settings.ts';
import type { StudioSources } from '../document-source.ts';
import { parties } from './parties.ts';

/**
 * 任务承诺书 of the cycle that today falls in. It is printed to be signed: where none has been drawn up yet, it is drawn up with the
 * tasks and targets of 第九条, and bears the day it is printed.
 */
export const commitmentLetterSources: StudioSources = {
  scope: 'studio',
  article: article(9),
  candidates: (_tx, studio, { kind }) => heldTitle(studio, actingLevel('draw-up-letter', kind)) !== undefined,
  source(tx, studio, context) {
    const title = heldTitle(studio, actingLevel('draw-up-letter', context.seat.kind));
    const present = title === undefined ? undefined : letterInForce(lettersUnder(tx, studio.id, title), context.today);
    const letter = present ?? drawUpLetter(tx, studio, {}, null, context);
    const issuedOn = letter.signedOn ?? context.today;
    const { letterForm } = readDocumentSettings(tx, context.seat);
    // As it always was where nothing else is settled: the same letter stays the same file and entry.
    const form = letterForm === 'full' ? {} : { form: letterForm };
    return { input: { ...letterInput(tx, studio, letter, issuedOn), ...form }, number: letter.number, subjectId: letter.id, issuedOn };
  },
};

function letterInput(tx: Transaction, studio: StudioRecord, letter: CommitmentLetter, signedOn: PlainDate) {
  const title = heldTitle(studio, letter.level);
  const previous = readLetters(tx, studio.id).find(({ id }) => id === letter.previousLetterId);
  const { title: name, documentNumber, values } = measuresBook(tx).byId(letter.measuresId);
  return {
    ...parties(tx, studio, letter.level, letter.departmentId, signedOn),
    measures: { title: name, documentNumber },
    number: letter.number,
    namedOn: title?.namedOn,
    namingDocument: title?.documentNumber ?? undefined,
    cycleFrom: letter.cycleFrom,
    cycleTo: letter.cycleTo,
    tasks: letter.tasks.map(({ code, taskGroup, title: task, unit, baseline, yearlyTarget, evidence, schedule }) => ({
      code,
      group: taskGroup,
      title: task,
      unit,
      baseline,
      yearlyTarget,
      cycleTarget: yearlyTarget * values.cycleYears.value,
      evidence,
      schedule,
    })),
    hostUnitFunds: studio.dedicatedFunds,
    purposes: values.expenseCategories.value.map(({ label }) => label),
    copies: letter.copies,
    signedOn,
    ...(previous === undefined ? {} : { renews: { number: previous.number, cycleFrom: previous.cycleFrom, cycleTo: previous.cycleTo } }),
  };
}

import { readLetters } from '../../db/queries/commitment-letters.ts';
import { readEntries } from '../../db/queries/district-rounds.ts';
import { readStudios, type StudioRecord } from '../../db/queries/studios.ts';
import { checkAddedMeasures } from '../../policy/added-measures.ts';
import { articleText } from '../../policy/article.ts';
import { type ComparedStudio, changedParameters, compareMeasures } from '../../policy/compare-measures.ts';
import { outcomeLabels } from '../../policy/finding.ts';
import type { Measures } from '../../policy/measures.ts';
import type { PlainDate } from '../../policy/plain-date.ts';
import { Refusal } from '../../policy/refusal.ts';
import type { Context } from '../context.ts';
import type { InputOf } from '../contract/contract.ts';
import type { MeasuresComparison } from '../contract/measures.ts';
import { heldTitle } from '../held-title.ts';
import { bookOf, measuresBook } from '../measures-book.ts';
import { studioFacts } from '../studio-facts.ts';
import { readMeasuresFile } from './measures-file.ts';
import { setView } from './show-measures.ts';

/** A studio a change may concern: it holds a title, or its application may still lead to one. */
function concerns({ designations, application }: StudioRecord): boolean {
  if (designations.length > 0) return designations.some(({ endedOn }) => endedOn === null);
  return application !== null && application.status !== 'rejected';
}

/** A studio as the rules would look at it on a day, with its letters in force then and the grants of its district title. */
type Subject = ComparedStudio & { readonly id: string };

function subjectsOn({ db }: Context, day: PlainDate): readonly Subject[] {
  const letters = Map.groupBy(readLetters(db), ({ studioId }) => studioId);
  const entries = Map.groupBy(readEntries(db), ({ studioId }) => studioId);
  return readStudios(db)
    .filter(concerns)
    .map((record) => ({
      id: record.id,
      facts: { ...studioFacts(record), applicationDate: day },
      letters: (letters.get(record.id) ?? [])
        .filter(({ signedOn, cycleTo, level }) => signedOn !== null && cycleTo >= day && heldTitle(record, level) !== undefined)
        .map(({ number, cycleFrom, cycleTo, tasks }) => ({
          number,
          cycleFrom,
          cycleTo,
          tasks: tasks.map(({ code, taskGroup, title, unit, yearlyTarget, loweredReason }) => ({
            code,
            group: taskGroup,
            title,
            unit,
            yearlyTarget,
            ...(loweredReason === null ? {} : { loweredReason }),
          })),
        })),
      grants:
        heldTitle(record, 'district') === undefined
          ? []
          : (entries.get(record.id) ?? []).flatMap(({ grant }) => (grant === null ? [] : [{ nature: grant.nature, amount: grant.amount }])),
    }));
}

/** Two sets side by side: as the studios will stand on the day the later one takes effect, or today when that is past. */
function comparison(before: Measures, after: Measures, context: Context): Pick<MeasuresComparison, 'changes' | 'studios'> {
  const day = after.effectiveFrom > context.today ? after.effectiveFrom : context.today;
  return {
    changes: changedParameters(before, after).map(({ name, label, unit, before: from, after: to }) => ({
      label,
      unit,
      before: from,
      after: to,
      article: articleText(after.values[name].source),
    })),
    studios: compareMeasures(subjectsOn(context, day), before, after).map(({ studio, changes }) => ({
      studioId: studio.id,
      studio: studio.facts.name,
      changes: changes.map((change) => ({
        rule: change.rule,
        article: articleText(change.after.article),
        before: change.before.message,
        after: change.after.message,
        outcomeLabel: `${outcomeLabels[change.before.outcome]} → ${outcomeLabels[change.after.outcome]}`,
      })),
    })),
  };
}

/**
 * What a set of the Measures changes against the one before it, and whom it would touch: one that is known, by its id, or one in a table
 * that has not been added. Refuses the first set, which changes nothing. Nothing is written.
 */
export async function compareSets(asked: InputOf<'compareMeasures'>, context: Context): Promise<MeasuresComparison> {
  const book = measuresBook(context.db);
  if ('id' in asked) {
    const position = book.texts.findIndex(({ id }) => id === asked.id);
    const previous = book.texts[position - 1];
    const after = book.byId(asked.id);
    if (previous === undefined) throw new Refusal(`无法比较办法：${after.documentNumber}是第一个办法，没有可比的。请选择以后增加的办法。`);
    const before = book.byId(previous.id);
    return { file: null, before: setView(before), after: setView(after), problems: [], ...comparison(before, after, context) };
  }
  const { file, stated, problems } = await readMeasuresFile(asked.path, context);
  const last = book.texts.at(-1);
  if (last === undefined) throw new Error('there is no set of the Measures');
  const before = book.byId(last.id);
  const head = { file: { fileName: file.fileName, sha256: file.sha256 }, before: setView(before) };
  if (stated === undefined) {
    return { ...head, after: null, changes: [], studios: [], problems: problems.map(({ studio: _studio, ...problem }) => problem) };
  }
  const added = checkAddedMeasures(stated, book.added);
  const after = bookOf([...book.added, added]).byId(added.id);
  return { ...head, after: setView(after), problems: [], ...comparison(before, after, context) };
}

import type { Article } from '../article.ts';
import type { Finding } from '../finding.ts';
import { type ConfirmationSubject, confirmationLabels, type StudioFacts } from '../studio-facts.ts';

function names(subjects: readonly ConfirmationSubject[]): string {
  return subjects.map((subject) => confirmationLabels[subject]).join('、');
}

/**
 * A fact that somebody has to stand for: met when confirmed, unmet when denied, missing when nobody has said.
 * Of several subjects all must hold.
 */
export function confirmed(rule: string, place: Article, subjects: readonly ConfirmationSubject[], facts: StudioFacts): Finding {
  const evidence = subjects
    .map((subject) => facts.confirmations[subject])
    .filter((confirmation) => confirmation !== undefined)
    .map(({ confirmedBy, confirmedOn }) => `${confirmedBy}（${confirmedOn}）`)
    .filter((text, index, all) => all.indexOf(text) === index)
    .join('、');
  const denied = subjects.filter((subject) => facts.confirmations[subject]?.holds === false);
  if (denied.length > 0) return { rule, article: place, outcome: 'unmet', message: `经核实不具备：${names(denied)}。`, evidence };
  const open = subjects.filter((subject) => facts.confirmations[subject] === undefined);
  if (open.length > 0) return { rule, article: place, outcome: 'missing', message: `尚未确认：${names(open)}。`, evidence };
  return { rule, article: place, outcome: 'met', message: `已确认：${names(subjects)}。`, evidence };
}

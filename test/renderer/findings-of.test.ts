import { expect, test } from 'vitest';
import { articleText } from '../../policy/article.ts';
import { checkEligibility } from '../../policy/eligibility.ts';
import { measuresOn } from '../../policy/measures.ts';
import { plainDate } from '../../policy/plain-date.ts';
import { findingsOf, otherFindings } from '../../renderer/studio/findings-of.ts';

const measures = measuresOn(plainDate('2026-08-10'));
const findings = checkEligibility({ name: '某工作室', leads: [], members: [], confirmations: {} }, measures).map(
  ({ article, ...finding }) => ({
    ...finding,
    article: articleText(article),
  }),
);

test('every rule of the Measures stands beside a fact', () => {
  expect(otherFindings(findings).map(({ rule }) => rule)).toEqual([]);
});

test('a rule nobody placed is shown apart rather than lost', () => {
  const [first] = findings;
  if (first === undefined) throw new Error('no finding');
  expect(otherFindings([{ ...first, rule: 'new-rule' }])).toHaveLength(1);
});

test('a special case comes with who approved it', () => {
  const approval = { rule: 'minimum-area', reason: '改造中', approver: '党组', onDate: '2026-08-10' };
  expect(findingsOf({ findings, approvals: [approval] }, 'area').map((finding) => finding.approval)).toEqual([approval]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type AssessmentApprovalRecord,
  outcomesOf,
  readOpenedApproval,
  requiredOfResult,
  writeAssessmentApproval,
} from '../../exchange/assessment-approval.ts';
import { type AssessmentDecisionRecord, assessmentDecision, writeAssessmentDecision } from '../../exchange/assessment-decision.ts';
import type { ReportedTask } from '../../exchange/assessment-tasks.ts';
import { openWorkbook } from '../../exchange/open-workbook.ts';
import type { ReadResult, WrittenWorkbook } from '../../exchange/read-result.ts';
import { readWorkbook } from '../../exchange/read-workbook.ts';
import type { RoundCourse } from '../../exchange/round-course.ts';
import { type RoundResultRecord, readOpenedRound, writeRoundResult } from '../../exchange/round-result.ts';
import { addDays, dateOfDayNumber, dayNumber, type PlainDate, plainDate } from '../../policy/plain-date.ts';
import { roundTermsOf2026 as terms } from './sample-round-terms.ts';
import { idNumberOf } from './sample-rows.ts';

const sender = { department: '区人力资源局', date: plainDate('2028-07-01'), measuresId: 'wuchang-2014' };
const day = fc.integer({ min: dayNumber(plainDate('2015-01-01')), max: dayNumber(plainDate('2060-12-31')) }).map(dateOfDayNumber);
/** Text as people type it: Chinese, what begins a formula, what means something in XML, and escapes of the format. */
const line = fc
  .array(fc.constantFrom(...'王李陈赵方欧阳堃区一二三=+-@&<>"\'_x0041_A1％〔〕（）；，、。𠮷'), { minLength: 1, maxLength: 20 })
  .map((characters) => characters.join(''));
const paragraph = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));
const grade = fc.constantFrom('excellent', 'qualified', 'unqualified');
/** As assessments keep them: without the dust of binary fractions. */
const amount = fc.integer({ min: 0, max: 10_000_000 }).map((thousandths) => thousandths / 1000);

type Entries<Fields> = readonly { readonly recordId: string; readonly record: Partial<Fields> }[];

function named<Fields>(records: readonly Partial<Fields>[]): Entries<Fields> {
  return records.map((record, index) => ({
    recordId: `id-${index}`,
    record: { studioName: `第${index}名师工作室`, leadName: '陈知远', leadIdNumber: idNumberOf('19711231', 101 + index), ...record },
  }));
}

async function comesBack<Fields>(
  entries: Entries<Fields>,
  { bytes, fileName }: WrittenWorkbook,
  read: (bytes: Uint8Array, fileName: string) => Promise<Pick<ReadResult<string, Fields>, 'rows'>>,
): Promise<void> {
  const { rows } = await read(bytes, fileName);
  expect(rows.flatMap(({ errors }) => errors)).toEqual([]);
  expect(rows.map(({ recordId, record }) => ({ recordId, record }))).toEqual(entries);
}

const task = fc.record(
  {
    group: fc.constantFrom('demonstration', 'training', 'research', 'theory', 'innovation'),
    title: line,
    unit: fc.constantFrom('人次', '场', '项'),
    yearlyTarget: amount,
    yearActual: amount,
    target: amount,
    actual: amount,
    selfReported: amount,
    evidence: paragraph,
    remark: paragraph,
  },
  { requiredKeys: ['group', 'title', 'unit', 'yearlyTarget', 'yearActual', 'target', 'actual'] },
);
const result = fc
  .record(
    {
      letterNumber: line,
      signedOn: day,
      cycleFrom: day,
      cycleTo: day,
      copies: fc.integer({ min: 3, max: 9 }),
      assessedOn: day,
      assessors: line,
      selfAssessment: paragraph,
      suggestedGrade: grade,
      suggestion: paragraph,
      grade,
      opinion: paragraph,
      tasks: fc.array(task, { minLength: 1, maxLength: 4 }),
    },
    { requiredKeys: [...requiredOfResult] },
  )
  .map(({ tasks, ...record }): Partial<AssessmentApprovalRecord> => {
    const coded = tasks.map((each, index) => ({ code: `${index + 1}-1`, ...each }) as ReportedTask);
    return { ...record, outcomes: outcomesOf(coded), tasks: coded };
  });

test('whatever was assessed comes back from the list that goes up for approval', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(result, { maxLength: 5, selector: ({ letterNumber }) => letterNumber }), async (records) => {
      const entries = named(records);
      const written = await writeAssessmentApproval(entries, { ...sender, year: 2028, whose: '教育系统' });
      await comesBack(entries, written, async (bytes, name) => readOpenedApproval(await openWorkbook(bytes, name), name));
    }),
    { numRuns: 25 },
  );
});

const decision = fc
  .record({
    letterNumber: line,
    cycleFrom: day,
    cycleTo: day,
    assessedOn: day,
    grade,
    decidedOn: day,
    opinion: paragraph,
    approved: fc.boolean(),
  })
  .map(({ approved, opinion, ...record }): Partial<AssessmentDecisionRecord> => {
    const said = approved ? { decision: 'approved', approvedGrade: record.grade } : { decision: 'returned', opinion };
    return { ...record, ...said } as Partial<AssessmentDecisionRecord>;
  });

test('whatever was decided comes back from the answer', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(decision, { maxLength: 6, selector: ({ letterNumber }) => letterNumber }), async (records) => {
      const entries = named(records);
      const written = await writeAssessmentDecision(entries, { ...sender, year: 2028, recipient: '区教育局' });
      await comesBack(entries, written, (bytes, name) => readWorkbook(assessmentDecision, bytes, name));
    }),
    { numRuns: 25 },
  );
});

/** A course that took so many steps, the days between them drawn. */
const course = fc
  .record({
    from: day,
    steps: fc.integer({ min: 0, max: 6 }),
    gaps: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 9, maxLength: 9 }),
    line,
    paragraph,
    average: fc.integer({ min: 0, max: 10_000 }),
    rank: fc.integer({ min: 1, max: 9 }),
    money: fc.integer({ min: 1, max: 1_000_000_00 }),
    left: fc.boolean(),
  })
  .map(({ from, steps, gaps, line: words, paragraph: reason, average, rank, money, left }): Partial<RoundCourse> => {
    const days = gaps.reduce<readonly PlainDate[]>((sofar, gap) => [...sofar, addDays(sofar.at(-1) ?? from, gap)], []);
    const [
      namedOn = from,
      unitAgreedOn = from,
      appliedOn = from,
      recommendedOn = from,
      shortlistedOn = from,
      approvalOn = from,
      postedOn = from,
      lastDay = from,
      on = from,
    ] = days;
    const awardedOn = addDays(lastDay, 1 + (on < lastDay ? 0 : 1));
    const parts: readonly Partial<RoundCourse>[] = [
      { recommendedOn, rank, reason },
      { shortlistedOn, shortlistPlace: rank, shortlistAverage: average / 100, shortlistReason: reason },
      { approvalOn, approval: 'approve', approvalMinutes: words },
      { postedOn, firstDay: postedOn, lastDay, noticeNumber: words },
      { awardedOn, awardNumber: words },
      { decidedOn: awardedOn, nature: 'public-benefit', amount: money, grantNumber: words },
    ];
    const ended = left && steps < 5 ? { endedOn: addDays(on, 1), endReason: reason } : {};
    return Object.assign({ sector: '教育', namedOn, unitAgreedOn, appliedOn }, ...parts.slice(0, steps), ended) as Partial<RoundCourse>;
  });

test('however far studios came in a round, and with none yet, it comes back with the terms of the round', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(course, { maxLength: 6 }), async (courses) => {
      const entries = named<RoundResultRecord>(courses);
      const written = await writeRoundResult(terms, entries, { ...sender, recipient: '区教育局' });
      const expected = entries.map(({ recordId, record }) => ({ recordId, record: { ...record, terms } }));
      await comesBack(expected, written, async (bytes, name) => {
        const [opening, ...rows] = readOpenedRound(await openWorkbook(bytes, name), name).rows;
        expect(opening?.record.terms).toEqual(terms);
        return { rows };
      });
    }),
    { numRuns: 25 },
  );
});

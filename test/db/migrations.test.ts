import { describe, expect, test } from 'vitest';
import type { WritableDatabase } from '../../db/database.ts';
import { allMigrations } from '../../db/migrations/all-migrations.ts';
import { seedDepartmentList } from '../../db/seed-departments.ts';
import { assessmentLabels, grades } from '../../policy/grade.ts';
import { studioChanges } from '../../policy/life/studio-change.ts';
import { misconductLabels } from '../../policy/misconduct/case-record.ts';
import { levels, qualificationKinds, sexLabels } from '../../policy/qualification.ts';
import { revocationGrounds } from '../../policy/revocation.ts';
import { applicationStatuses, studioLevelLabels } from '../../policy/seat.ts';
import { confirmationSubjects, hostUnitLabels } from '../../policy/studio-facts.ts';
import { studioNatureLabels } from '../../policy/studio-nature.ts';
import { taskGroups } from '../../policy/task-groups.ts';
import { memoryRegister } from './memory-register.ts';
import { educationSectorId, numberedId } from './sample-rows.ts';

type Row = Record<string, string | number | null>;

const hash = 'a'.repeat(64);
const [hrBureauId, officeId] = seedDepartmentList.slice(-2).map(({ id: department }) => department) as [string, string];
const id = (number: number) => numberedId(number);

/** One valid row of every table that a migration makes, in an order in which each finds what it refers to. */
const validRows: readonly (readonly [string, Row])[] = [
  ['settings', { key: 'seat', value: '"区教育局"' }],
  ['departments', { id: id(1), kind: 'sector-bureau' }],
  [
    'department_names',
    {
      id: id(1),
      department_id: id(1),
      name: '区园林局',
      official_name: '武汉市武昌区园林局',
      number_prefix: '武昌园名',
      valid_from: '2014-10-10',
      valid_to: '2020-02-29',
    },
  ],
  ['sectors', { id: id(1), name: '园林', bureau_id: id(1) }],
  ['host_units', { id: id(1), name: '武昌实验小学', kind: 'public-institution', in_district: 1 }],
  [
    'people',
    {
      id: id(1),
      name: '尉迟川',
      sex: 'male',
      birth_date: '1972-05-01',
      id_number: '420100197205010011',
      professional_title: null,
      phone: null,
    },
  ],
  [
    'qualifications',
    {
      id: id(1),
      person_id: id(1),
      sequence: 1,
      kind: 'discipline-leader',
      level: 'municipal',
      name: '武汉市学科带头人',
      issuing_body: null,
      year: 2015,
      evidence: null,
    },
  ],
  [
    'studios',
    {
      id: id(1),
      name: '尉迟川小学数学名师工作室',
      sector_id: educationSectorId,
      host_unit_id: id(1),
      trainee_count: 12,
      training_audience: null,
      area: 60.5,
      dedicated_funds: 0,
      remarks: null,
    },
  ],
  ['team_roles', { id: id(1), studio_id: id(1), person_id: id(1), role: 'lead', sequence: 1, from_date: '2026-01-01', to_date: null }],
  ['confirmations', { studio_id: id(1), subject: 'work-plan', holds: 0, confirmed_by: '单位', confirmed_on: '2026-01-01', evidence: null }],
  [
    'applications',
    {
      id: id(1),
      studio_id: id(1),
      level: 'in-system',
      applied_on: '2026-01-01',
      unit_opinion: null,
      status: 'submitted',
      measures_id: 'wuchang-2014',
    },
  ],
  [
    'application_steps',
    {
      id: id(1),
      application_id: id(1),
      sequence: 1,
      status: 'submitted',
      on_date: '2026-01-01',
      department_id: id(1),
      reason: null,
      details: '{}',
    },
  ],
  ['special_approvals', { id: id(1), application_id: id(1), rule: 'lead-age', reason: '返聘', approver: '党组', on_date: '2026-01-01' }],
  [
    'designations',
    {
      id: id(1),
      studio_id: id(1),
      application_id: id(1),
      level: 'in-system',
      department_id: id(1),
      named_on: '2026-02-01',
      document_number: '武昌教名〔2026〕1号',
      filed_on: '2026-02-01',
      filing_number: '备1',
      ended_on: null,
      end_reason: null,
    },
  ],
  [
    'commitment_letters',
    {
      id: id(1),
      studio_id: id(1),
      level: 'in-system',
      department_id: id(1),
      number: '武昌教名诺〔2026〕1号',
      signed_on: '2026-03-01',
      cycle_from: '2026-03-01',
      cycle_to: '2028-02-29',
      copies: 3,
      measures_id: 'wuchang-2014',
      previous_letter_id: null,
    },
  ],
  [
    'commitment_tasks',
    {
      id: id(1),
      letter_id: id(1),
      code: '2-1',
      sequence: 1,
      task_group: 'training',
      title: '培训',
      unit: '人次',
      baseline: null,
      yearly_target: 500,
      evidence: '签到表',
      schedule: '每年',
      lowered_reason: null,
    },
  ],
  [
    'assessments',
    {
      id: id(1),
      studio_id: id(1),
      letter_id: id(1),
      department_id: id(1),
      kind: 'process',
      cycle_year: 1,
      assessed_on: '2027-02-01',
      assessors: '张三',
      grade: 'unqualified',
      opinion: null,
      measures_id: 'wuchang-2014',
    },
  ],
  ['assessment_items', { id: id(1), assessment_id: id(1), task_id: id(1), target: 500, actual: 0, evidence: null, remark: null }],
  [
    'rectifications',
    {
      id: id(1),
      studio_id: id(1),
      assessment_id: id(1),
      department_id: id(1),
      number: '武昌教名整〔2027〕1号',
      issued_on: '2027-02-02',
      deadline: '2027-02-02',
    },
  ],
  [
    'rectification_problems',
    { id: id(1), rectification_id: id(1), task_id: id(1), sequence: 1, problem: '培训不足', target: 500, actual: 0, measure: '补课' },
  ],
  [
    'issued_documents',
    {
      id: id(1),
      kind: 'commitment-letter',
      studio_id: id(1),
      subject_id: id(1),
      department_id: id(1),
      number: null,
      issued_on: '2026-03-01',
      file_name: '任务承诺书.docx',
      sha256: hash,
    },
  ],
  ['document_numbers', { series: '武昌教名', year: 2026, value: 1, taken_for: 'naming-decision', taken_on: '2026-02-01' }],
  [
    'import_batches',
    {
      id: id(1),
      number: 1,
      kind: 'application-list',
      file_name: '汇总表.xlsx',
      sha256: hash,
      imported_on: '2026-01-01',
      department_id: id(1),
      row_count: 0,
      new_count: 0,
      changed_count: 0,
      unchanged_count: 0,
      error_count: 0,
      undone_on: null,
    },
  ],
  ['import_changes', { id: id(1), batch_id: id(1), sequence: 1, table_name: 'studios', row_key: '{}', before: null, after: '{}' }],
  [
    'exported_files',
    { id: id(1), kind: 'filing', file_name: '备案.xlsx', sha256: hash, exported_on: '2026-01-01', department_id: id(1), row_count: 0 },
  ],
  [
    'custom_wordings',
    {
      id: id(1),
      department_id: id(1),
      kind: 'return-notice',
      file_name: '退回通知书.docx',
      sha256: hash,
      content: 'UEsDBA==',
      accepted_on: '2026-01-01',
      ended_on: null,
    },
  ],
  ['document_scans', { id: id(1), document_id: id(1), name: '承诺书.pdf', path: 'scans/1.pdf', sha256: hash, added_on: '2026-01-01' }],
  ['attachments', { id: id(1), studio_id: id(1), name: '扫描件', path: 'attachments/1.pdf', sha256: hash, added_on: '2026-01-01' }],
  [
    'activities',
    {
      id: id(1),
      studio_id: id(1),
      sequence: 1,
      task_id: id(1),
      kind: 'training',
      held_on: '2026-03-01',
      title: '青年教师培训',
      amount: 36,
      level: null,
      evidence: '签到表',
      attachment_id: id(1),
      department_id: id(1),
      recorded_on: '2026-03-01',
      reverses_id: null,
      replaces_id: null,
      reason: null,
    },
  ],
  ['expense_categories', { code: 'travel', label: '差旅' }],
  [
    'fund_accounts',
    {
      id: id(1),
      studio_id: id(1),
      host_unit_id: id(1),
      name: '武昌实验小学名师工作室专户',
      bank: null,
      account_number: null,
      opened_on: '2026-02-01',
      closed_on: null,
      close_reason: null,
      department_id: id(1),
    },
  ],
  [
    'fund_entries',
    {
      id: id(1),
      studio_id: id(1),
      account_id: id(1),
      sequence: 1,
      kind: 'income',
      source: 'host-unit',
      category: null,
      construction: null,
      on_date: '2026-03-01',
      voucher_number: '记-1',
      summary: '年度专项经费',
      amount: 1,
      counterparty: null,
      handler: null,
      signed_by: null,
      signed_on: null,
      checked_by: null,
      checked_on: null,
      overdraft_reason: null,
      measures_id: 'wuchang-2014',
      department_id: id(1),
      recorded_on: '2026-03-01',
      reverses_id: null,
      replaces_id: null,
      reason: null,
    },
  ],
  [
    'rounds',
    {
      id: id(1),
      year: 2026,
      department_id: id(1),
      opened_on: '2026-07-01',
      document_number: '武昌人资名〔2026〕1号',
      measures_id: 'wuchang-2014',
      quota: 5,
      recommendation_limit: 2,
      notice_days: 5,
      public_benefit_least: 5_000_000,
      public_benefit_most: 8_000_000,
      market_least: 3_000_000,
      market_most: 6_000_000,
      drops_extremes: 0,
    },
  ],
  [
    'public_notices',
    {
      id: id(1),
      round_id: id(1),
      department_id: id(1),
      number: '武昌人才办〔2026〕1号',
      posted_on: '2026-08-10',
      first_day: '2026-08-11',
      last_day: '2026-08-15',
      place: '区政府网站',
    },
  ],
  [
    'round_entries',
    {
      id: id(1),
      round_id: id(1),
      studio_id: id(1),
      department_id: id(1),
      applied_on: '2026-07-02',
      unit_agreed_on: '2026-07-02',
      unit_opinion: '同意参评',
      recommended_on: '2026-07-03',
      recommendation_rank: 1,
      recommendation_reason: '业绩突出',
      inspected_on: '2026-07-10',
      inspectors: '林清源',
      inspection_passed: 1,
      inspection_opinion: null,
      tie_chosen: 1,
      tie_reason: '惠及面更广',
      tie_decided_by: '评审委员会',
      shortlisted_on: '2026-08-01',
      shortlist_place: 1,
      shortlist_average: 91.25,
      shortlist_reason: null,
      approval_on: '2026-08-09',
      approval: 'approve',
      approval_minutes: '纪要3号',
      approval_opinion: null,
      notice_id: id(1),
      awarded_on: '2026-08-16',
      ended_on: null,
      end_reason: null,
    },
  ],
  [
    'objections',
    {
      id: id(1),
      entry_id: id(1),
      number: 1,
      department_id: id(1),
      received_on: '2026-08-12',
      objector: '沈青',
      content: '课题成果有争议',
      settled_on: '2026-08-15',
      outcome: 'unfounded',
      finding: '经核查不属实',
    },
  ],
  ['round_criteria', { id: id(1), round_id: id(1), sequence: 1, code: '1', title: '示范引领', points: 50, weight: 2 }],
  [
    'round_experts',
    { id: id(1), round_id: id(1), name: '钟离恒', employer: '市教科院', professional_title: null, declared_on: '2026-07-20' },
  ],
  ['expert_scores', { id: id(1), entry_id: id(1), expert_id: id(1), criterion_id: id(1), score: 45.5, scored_on: '2026-07-21' }],
  ['round_conflicts', { id: id(1), expert_id: id(1), entry_id: id(1), reason: '师生', declared_on: '2026-07-22' }],
  [
    'grants',
    {
      id: id(1),
      entry_id: id(1),
      department_id: id(1),
      nature: 'public-benefit',
      amount: 5_500_000,
      decided_on: '2026-08-16',
      document_number: '武昌人资名〔2026〕2号',
    },
  ],
  [
    'grant_payments',
    {
      id: id(1),
      grant_id: id(1),
      department_id: id(1),
      paid_on: '2026-08-16',
      amount: 5_500_000,
      construction_spent: 0,
      voucher: '付-1',
    },
  ],
  [
    'added_measures',
    {
      id: 'wuchang-2027',
      title: '武昌区名师工作室建设管理办法（修订）',
      text_number: '武昌人才办〔2026〕9号',
      effective_from: '2027-03-01',
      effective_to: '2032-02-29',
      changed_values: '{}',
      added_on: '2026-12-01',
      department_id: officeId,
    },
  ],
  [
    'yearly_acts',
    { id: id(1), year: 2027, act: 'make-yearly-plan', done_on: '2027-01-10', content: '年度工作方案', department_id: hrBureauId },
  ],
  ['acts', { id: id(1), audit_sequence: 1, undone_on: null }],
  ['act_changes', { id: id(1), act_id: id(1), sequence: 1, table_name: 'studios', row_key: '{}', before: null, after: '{}' }],
  [
    'filings',
    {
      id: id(1),
      designation_id: id(1),
      department_id: id(1),
      sent_on: '2026-02-01',
      answer: 'acknowledged',
      answered_on: '2026-02-01',
      answered_by: hrBureauId,
      number: '备1',
      reason: null,
    },
  ],
  ['review_sheets', { id: id(1), department_id: id(1), title: '评审细则', valid_from: '2026-01-01', sheet: '{}' }],
  [
    'review_scores',
    {
      id: id(1),
      application_id: id(1),
      sheet_id: id(1),
      department_id: id(1),
      scored_on: '2026-01-15',
      scorers: '林清源',
      answers: '{}',
      total: 91.5,
      vetoed_by: '[]',
      grade: 'excellent',
      opinion: null,
    },
  ],
  [
    'studio_changes',
    {
      id: id(1),
      studio_id: id(1),
      sequence: 1,
      kind: 'rename-studio',
      field: '名称',
      old_value: '尉迟川名师工作室',
      new_value: '尉迟川小学数学名师工作室',
      reason: '专业特色',
      papers: '{}',
      approver: null,
      on_date: '2026-06-01',
      recorded_on: '2026-06-01',
      department_id: id(1),
    },
  ],
  [
    'rectification_reports',
    { id: id(1), rectification_id: id(1), department_id: id(1), reported_on: '2027-02-02', reporter: '尉迟川', summary: '已补课' },
  ],
  ['rectification_results', { id: id(1), report_id: id(1), problem_id: id(1), result: '补训 500 人次', evidence: null }],
  [
    'reinspections',
    {
      id: id(1),
      rectification_id: id(1),
      department_id: id(1),
      inspected_on: '2027-02-03',
      inspectors: '林清源',
      passed: 1,
      opinion: null,
      excuse: null,
    },
  ],
  ['reinspection_items', { id: id(1), reinspection_id: id(1), problem_id: id(1), mended: 1, finding: null }],
  // The second year of the cycle, on which the rows below stand.
  [
    'assessments',
    {
      id: id(2),
      studio_id: id(1),
      letter_id: id(1),
      department_id: id(1),
      kind: 'periodic',
      cycle_year: 2,
      assessed_on: '2028-02-01',
      assessors: '张三',
      grade: 'excellent',
      opinion: null,
      measures_id: 'wuchang-2014',
    },
  ],
  [
    'assessment_approvals',
    { id: id(1), assessment_id: id(2), department_id: hrBureauId, decision: 'approved', decided_on: '2028-02-10', opinion: null },
  ],
  [
    'rewards',
    {
      id: id(1),
      studio_id: id(1),
      assessment_id: id(2),
      department_id: id(1),
      rewarded_on: '2028-02-20',
      content: '通报表扬',
      amount: null,
      number: null,
    },
  ],
  // The district title that came of the plaque.
  ['designations', { id: id(2), studio_id: id(1), level: 'district', department_id: officeId, named_on: '2026-08-16' }],
  [
    'cases',
    {
      id: id(1),
      studio_id: id(1),
      sequence: 1,
      department_id: id(1),
      kind: 'fraud',
      found_on: '2028-03-01',
      found_how: '群众来信',
      facts: '培训签到表不实',
    },
  ],
  [
    'case_verifications',
    {
      id: id(1),
      case_id: id(1),
      department_id: id(1),
      verified_on: '2028-03-10',
      verified_by: '纪检组',
      holds: 1,
      findings: '属实',
      evidence: '["签到表"]',
      impact: null,
      statement: null,
    },
  ],
  [
    'revocation_proposals',
    {
      id: id(1),
      studio_id: id(1),
      designation_id: id(2),
      department_id: hrBureauId,
      ground: 'misconduct',
      assessment_id: null,
      rectification_id: null,
      case_id: id(1),
      follows_id: null,
      proposed_on: '2028-03-11',
      reason: '弄虚作假',
    },
  ],
  [
    'revocations',
    {
      id: id(1),
      studio_id: id(1),
      designation_id: id(1),
      department_id: id(1),
      proposal_id: null,
      ground: 'misconduct',
      assessment_id: null,
      rectification_id: null,
      case_id: id(1),
      follows_id: null,
      decided_on: '2028-03-12',
      minutes: '纪要9号',
      number: '武昌教名〔2028〕9号',
      reason: '弄虚作假',
      other_designation_id: id(2),
      granted: 5_500_000,
      reclaim_amount: 5_500_000,
      reclaim_reason: null,
      measures_id: 'wuchang-2014',
      plaque_returned_on: null,
      plaque_received_by: null,
    },
  ],
  ['reclaim_payments', { id: id(1), revocation_id: id(1), department_id: id(1), paid_on: '2028-03-20', amount: 5_500_000, voucher: '收1' }],
  [
    'kept_titles',
    { id: id(1), revocation_id: id(1), designation_id: id(2), department_id: officeId, decided_on: '2028-03-20', reason: '另行处理' },
  ],
  [
    'criticism_circulars',
    {
      id: id(1),
      case_id: id(1),
      department_id: id(1),
      number: '武昌教名〔2028〕10号',
      issued_on: '2028-03-12',
      people: '尉迟川',
      sanctions: null,
    },
  ],
  [
    'title_endings',
    {
      id: id(1),
      studio_id: id(1),
      designation_id: id(2),
      department_id: officeId,
      ended_on: '2028-04-01',
      number: '武昌人才办〔2028〕3号',
      reason: '领办人退休',
      papers: '{}',
      unspent_grant: 0,
    },
  ],
  ['told_endings', { designation_id: id(2), number: '武昌教名〔2028〕11号' }],
];

function insert(db: WritableDatabase, table: string, row: Row): void {
  const columns = Object.keys(row);
  db.$client
    .prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
    .run(...Object.values(row));
}

/**
 * Whether the checks of a row take it; it is taken back at once. A trigger speaks after the checks, of the row among others: it has
 * tests of its own. Anything else is a fault of the test.
 */
function takes(db: WritableDatabase, table: string, row: Row): boolean {
  db.$client.exec('SAVEPOINT attempt');
  try {
    insert(db, table, row);
    return true;
  } catch (error) {
    if (codeOf(error) === 'SQLITE_CONSTRAINT_TRIGGER') return true;
    if (!/CHECK constraint failed|non-deterministic use of date/.test(String(error))) throw error;
    return false;
  } finally {
    db.$client.exec('ROLLBACK TO attempt; RELEASE attempt');
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** A register with the valid row of every table that stands before this one. */
function registerBefore(table: string): WritableDatabase {
  const db = memoryRegister();
  for (const [name, row] of validRows) {
    if (name === table) break;
    insert(db, name, row);
  }
  return db;
}

function rowOf(table: string): Row {
  const row = validRows.find(([name]) => name === table)?.[1];
  if (row === undefined) throw new Error(`no sample row of ${table}`);
  return row;
}

describe('the first structure', () => {
  test('takes one valid row of every table', () => {
    const db = memoryRegister();
    for (const [table, row] of validRows) insert(db, table, row);
    expect(db.$client.pragma('foreign_key_check')).toEqual([]);
    expect(db.$client.pragma('integrity_check', { simple: true })).toBe('ok');
  });

  test('has a sample row for every table, so that the tests below leave none out', () => {
    const db = memoryRegister();
    const names = db.$client
      .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .all()
      .map(({ name }) => name);
    expect(names.toSorted()).toEqual([...new Set(validRows.map(([table]) => table)), 'audit', 'audit_head', 'migrations'].toSorted());
  });

  const firstRows = validRows.filter(([table], index) => validRows.findIndex(([other]) => other === table) === index);

  const dates = firstRows.flatMap(([table, row]) =>
    Object.keys(row)
      .filter((column) => /(_on|_date|_from|_to|deadline)$/.test(column))
      .map((column) => [table, column] as const),
  );

  test.each(dates)('takes nothing but a day that exists as %s.%s', (table, column) => {
    const db = registerBefore(table);
    const wrong = ['2026-02-30', '2026-13-01', '2026-1-1', '20260101', '2026年1月1日', '2026-01-01T00:00:00', '', 'now', '46023'];
    const taken = wrong.filter((day) => takes(db, table, { ...rowOf(table), [column]: day }));
    expect(taken).toEqual([]);
  });

  const ids = firstRows.flatMap(([table, row]) =>
    Object.keys(row)
      .filter((column) => column === 'id' || (column.endsWith('_id') && !['measures_id', 'subject_id'].includes(column)))
      .map((column) => [table, column] as const),
  );

  test.each(ids)('refuses an unknown or shortened id as %s.%s', (table, column) => {
    const db = registerBefore(table);
    let refusal: unknown;
    try {
      insert(db, table, { ...rowOf(table), [column]: 'x' });
    } catch (error) {
      refusal = error;
    }
    expect(codeOf(refusal)).toMatch(/^SQLITE_CONSTRAINT_(?:CHECK|FOREIGNKEY|TRIGGER)$/);
  });

  /** What else a row needs for a word; nothing for most. */
  type Companion = (word: string) => Row;
  const onGround: Companion = (ground) => ({
    assessment_id: ground === 'periodic' ? id(2) : null,
    rectification_id: ground === 'rectification' ? id(1) : null,
    case_id: ground === 'misconduct' ? id(1) : null,
  });
  const enumerations: readonly (readonly [string, string, readonly string[], Companion?])[] = [
    ['departments', 'kind', ['sector-bureau', 'hr-bureau', 'leading-group-office']],
    ['host_units', 'kind', Object.keys(hostUnitLabels)],
    ['people', 'sex', Object.keys(sexLabels)],
    ['qualifications', 'kind', qualificationKinds],
    ['qualifications', 'level', levels],
    ['team_roles', 'role', ['lead', 'member', 'trainee']],
    ['confirmations', 'subject', confirmationSubjects],
    ['applications', 'level', Object.keys(studioLevelLabels)],
    ['applications', 'status', applicationStatuses],
    ['application_steps', 'status', applicationStatuses],
    ['designations', 'level', Object.keys(studioLevelLabels)],
    ['commitment_letters', 'level', Object.keys(studioLevelLabels)],
    ['commitment_tasks', 'task_group', taskGroups],
    ['assessments', 'kind', Object.keys(assessmentLabels)],
    ['assessments', 'grade', grades],
    ['grants', 'nature', Object.keys(studioNatureLabels)],
    ['assessment_approvals', 'decision', ['approved', 'returned'], () => ({ opinion: '见附件' })],
    [
      'filings',
      'answer',
      ['acknowledged', 'returned'],
      (answer) => (answer === 'returned' ? { number: null, reason: '缺承诺书' } : { number: '备1', reason: null }),
    ],
    ['review_scores', 'grade', grades],
    ['studio_changes', 'kind', studioChanges],
    ['cases', 'kind', Object.keys(misconductLabels)],
    ['revocation_proposals', 'ground', Object.keys(revocationGrounds), onGround],
    ['revocations', 'ground', Object.keys(revocationGrounds), onGround],
  ];

  const named = enumerations.map(([table, column, values, companion]) => ({ table, column, values, companion }));
  test.each(named)('takes every $table.$column that policy knows, and no other word', ({ table, column, values, companion }) => {
    const db = registerBefore(table);
    const row = (value: string) => ({ ...rowOf(table), ...companion?.(value), [column]: value });
    expect(values.filter((value) => takes(db, table, row(value)))).toEqual([...values]);
    const unknown = table === 'confirmations' ? '' : 'something-else';
    expect(() => insert(db, table, { ...rowOf(table), [column]: unknown })).toThrow('CHECK constraint failed');
  });

  test.each([
    ['host_units', { in_district: 2 }],
    ['confirmations', { holds: -1 }],
    ['studios', { area: -0.1 }],
    ['studios', { dedicated_funds: -1 }],
    ['studios', { trainee_count: -1 }],
    ['qualifications', { year: 1899 }],
    ['team_roles', { to_date: '2025-12-31' }],
    ['department_names', { valid_to: '2014-10-09' }],
    ['designations', { ended_on: '2026-01-31' }],
    ['designations', { filed_on: '2026-01-31' }],
    ['designations', { filed_on: null }],
    ['designations', { end_reason: '撤销' }],
    ['commitment_letters', { cycle_to: '2026-03-01' }],
    ['commitment_letters', { copies: 0 }],
    ['commitment_tasks', { yearly_target: -1 }],
    ['commitment_tasks', { baseline: -1 }],
    ['assessments', { cycle_year: 0 }],
    ['assessment_items', { actual: -1 }],
    ['rectifications', { deadline: '2027-02-01' }],
    ['issued_documents', { sha256: 'A'.repeat(64) }],
    ['issued_documents', { sha256: 'a'.repeat(63) }],
    ['document_numbers', { value: 0 }],
    ['import_batches', { error_count: -1 }],
    ['import_changes', { after: null }],
    ['act_changes', { after: null }],
    ['act_changes', { row_key: '{' }],
    ['acts', { audit_sequence: 0 }],
    ['yearly_acts', { act: 'yearly' }],
    ['added_measures', { changed_values: '[]' }],
    ['added_measures', { effective_to: '2027-02-28' }],
    ['import_changes', { row_key: '{' }],
    ['application_steps', { details: 'text' }],
    ['settings', { value: '区教育局' }],
  ])('refuses in %s %o', (table, wrong) => {
    expect(() => insert(registerBefore(table), table, { ...rowOf(table), ...wrong })).toThrow('CHECK constraint failed');
  });

  test('refuses a text where a number belongs', () => {
    expect(() => insert(registerBefore('studios'), 'studios', { ...rowOf('studios'), dedicated_funds: '五万' })).toThrow(
      'cannot store TEXT value in INTEGER column',
    );
    expect(() => insert(registerBefore('studios'), 'studios', { ...rowOf('studios'), dedicated_funds: 0.5 })).toThrow(
      'cannot store REAL value in INTEGER column',
    );
  });

  test.each([
    ['designations', {}, { id: id(2) }],
    ['team_roles', {}, { id: id(2), sequence: 2 }],
    ['department_names', { valid_to: null }, { id: id(2), valid_from: '2021-01-01' }],
    ['department_names', {}, { id: id(2), valid_to: null }],
    ['host_units', {}, { id: id(2) }],
    ['people', {}, { id: id(2) }],
    ['document_numbers', {}, { taken_for: 'other' }],
    ['import_batches', {}, { id: id(2) }],
    ['import_changes', {}, { id: id(2) }],
    ['act_changes', {}, { id: id(2) }],
    ['acts', {}, { id: id(2) }],
    ['application_steps', {}, { id: id(2) }],
    ['commitment_letters', {}, { id: id(2), cycle_from: '2027-03-01' }],
    ['commitment_letters', {}, { id: id(2), number: '武昌教名诺〔2026〕2号' }],
    ['commitment_tasks', {}, { id: id(2), code: '2-2' }],
    ['commitment_tasks', {}, { id: id(2), sequence: 2 }],
    ['assessments', {}, { id: id(2) }],
    ['assessment_items', {}, { id: id(2) }],
    ['rectification_problems', {}, { id: id(2) }],
    ['attachments', {}, { id: id(2) }],
  ])('refuses a second row in %s beside %o that differs only by %o', (table, first, second) => {
    const db = registerBefore(table);
    insert(db, table, { ...rowOf(table), ...first });
    expect(() => insert(db, table, { ...rowOf(table), ...first, ...second })).toThrow(/UNIQUE constraint failed|already taken/);
  });

  test.each([
    ['designations', { ended_on: '2026-06-01' }, { id: id(2) }],
    ['designations', {}, { id: id(2), level: 'district' }],
    ['team_roles', { to_date: '2026-06-01' }, { id: id(2) }],
    ['team_roles', {}, { id: id(2), role: 'trainee' }],
    ['people', { id_number: null }, { id: id(2) }],
    ['document_numbers', {}, { year: 2027 }],
    ['document_numbers', {}, { value: 2 }],
    ['document_numbers', {}, { series: '武昌工名' }],
    ['issued_documents', { number: '武昌教名〔2026〕1号' }, { id: id(2) }],
  ])('takes a second row in %s beside %o that differs by %o', (table, first, second) => {
    const db = registerBefore(table);
    insert(db, table, { ...rowOf(table), ...first });
    const count = db.$client.prepare(`SELECT count(*) FROM ${table}`).pluck();
    const before = count.get() as number;
    insert(db, table, { ...rowOf(table), ...first, ...second });
    expect(count.get()).toBe(before + 1);
  });

  test.each([
    ['UPDATE document_numbers SET value = 2', 'document_numbers is append-only'],
    ['DELETE FROM document_numbers', 'document_numbers is append-only'],
    [
      'INSERT OR REPLACE INTO document_numbers SELECT series, year, value, 1, taken_on FROM document_numbers',
      'document number already taken',
    ],
    ["UPDATE added_measures SET title = '改'", 'a set of the Measures is never changed'],
    ['INSERT OR REPLACE INTO added_measures SELECT * FROM added_measures', 'takes effect after the last one'],
    ["UPDATE application_steps SET reason = '改'", 'application_steps is append-only'],
  ])('refuses %s', (sql, message) => {
    const db = memoryRegister();
    for (const [table, row] of validRows) insert(db, table, row);
    for (const recursive of ['ON', 'OFF']) {
      db.$client.pragma(`recursive_triggers = ${recursive}`);
      expect(() => db.$client.exec(sql)).toThrow(message);
    }
  });

  test('does not let go of a row that others refer to', () => {
    const db = memoryRegister();
    for (const [table, row] of validRows) insert(db, table, row);
    const parents = [
      'departments',
      'sectors',
      'host_units',
      'people',
      'studios',
      'applications',
      'commitment_letters',
      'commitment_tasks',
      'assessments',
      'rectifications',
      'import_batches',
    ];
    for (const table of parents) expect(() => db.$client.exec(`DELETE FROM ${table}`)).toThrow('FOREIGN KEY constraint failed');
  });
});

test('migrations are numbered in tens, each after the one before', () => {
  const ids = allMigrations.map((migration) => migration.id);
  expect(ids).toEqual([...new Set(ids)].toSorted((left, right) => left - right));
  expect(ids.filter((number) => number % 10 !== 0)).toEqual([]);
});

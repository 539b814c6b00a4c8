import { type AnySQLiteColumn, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ActivityKind } from '../policy/activity.ts';
import type { YearlyAct } from '../policy/duties/yearly-duties.ts';
import type { FundEntryKind, IncomeSource } from '../policy/funds/account.ts';
import type { AssessmentKind, Grade } from '../policy/grade.ts';
import type { StudioChange } from '../policy/life/studio-change.ts';
import type { MisconductKind } from '../policy/misconduct/case-record.ts';
import type { Fen } from '../policy/money.ts';
import type { PlainDate } from '../policy/plain-date.ts';
import type { Level, QualificationKind, Sex } from '../policy/qualification.ts';
import type { RevocationGround } from '../policy/revocation.ts';
import type { ObjectionOutcome, ShortlistDecision } from '../policy/round/round-decisions.ts';
import type { ApplicationStatus, SeatKind, StudioLevel } from '../policy/seat.ts';
import type { ConfirmationSubject, HostUnitKind } from '../policy/studio-facts.ts';
import type { StudioNature } from '../policy/studio-nature.ts';
import type { TaskGroup } from '../policy/task-groups.ts';
import type { TitleEnd } from '../policy/title-end.ts';

/**
 * The register as drizzle sees it. The tables themselves are made by the migrations (STRICT, with foreign keys and
 * checks); a test proves that both say the same. Dates are plain dates, money is integer fen, ids are UUIDv7.
 */

const id = () => text('id').primaryKey();
const date = (name: string) => text(name).$type<PlainDate>();
const fen = (name: string) => integer(name).$type<Fen>();

/** Settings of this data folder: seat, contact, fonts … one row a key, the value as JSON. */
export const settings = sqliteTable('settings', {
  key: text('key').primaryKey(),
  value: text('value').notNull(),
});

/** A department with a part in the Measures. Its names stand in `department_names`. */
export const departments = sqliteTable('departments', {
  id: id(),
  kind: text('kind').$type<SeatKind>().notNull(),
});

/** What a department is called from a day on: short (区教育局) and on documents (武汉市武昌区教育局). */
export const departmentNames = sqliteTable('department_names', {
  id: id(),
  departmentId: text('department_id')
    .notNull()
    .references(() => departments.id),
  name: text('name').notNull(),
  officialName: text('official_name').notNull(),
  /** Series of its document numbers: 武昌教名. */
  numberPrefix: text('number_prefix').notNull(),
  validFrom: date('valid_from').notNull(),
  /** Last day of the name; null while it holds. */
  validTo: date('valid_to'),
});

/** 教育, 卫生, 文化, 技能, 民生, and what the user adds: each belongs to one bureau. */
export const sectors = sqliteTable('sectors', {
  id: id(),
  name: text('name').notNull().unique(),
  bureauId: text('bureau_id')
    .notNull()
    .references(() => departments.id),
});

/** 所在单位. */
export const hostUnits = sqliteTable('host_units', {
  id: id(),
  name: text('name').notNull().unique(),
  kind: text('kind').$type<HostUnitKind>(),
  inDistrict: integer('in_district', { mode: 'boolean' }),
});

/** Leads, members and trainees. The ID number, where known, is the person. */
export const people = sqliteTable('people', {
  id: id(),
  name: text('name').notNull(),
  sex: text('sex').$type<Sex>(),
  birthDate: date('birth_date'),
  idNumber: text('id_number').unique(),
  professionalTitle: text('professional_title'),
  phone: text('phone'),
});

/** Honours of a person: the grounds of 第五条第二项 and members' results. */
export const qualifications = sqliteTable('qualifications', {
  id: id(),
  personId: text('person_id')
    .notNull()
    .references(() => people.id),
  sequence: integer('sequence').notNull(),
  /** Null while nobody could tell the kind from the claim as written; so with the level. */
  kind: text('kind').$type<QualificationKind>(),
  level: text('level').$type<Level>(),
  name: text('name').notNull(),
  issuingBody: text('issuing_body'),
  year: integer('year'),
  evidence: text('evidence'),
});

/** A studio and the facts about its place. 第三条, 第七条. */
export const studios = sqliteTable('studios', {
  id: id(),
  name: text('name').notNull(),
  sectorId: text('sector_id')
    .notNull()
    .references(() => sectors.id),
  hostUnitId: text('host_unit_id').references(() => hostUnits.id),
  traineeCount: integer('trainee_count'),
  trainingAudience: text('training_audience'),
  /** Square metres. */
  area: real('area'),
  dedicatedFunds: fen('dedicated_funds'),
  remarks: text('remarks'),
  /** The day of which the name and the lead are known: changed here, or told by another department. */
  identityOn: date('identity_on'),
});

/** Who does what in a studio, from when to when. */
export const teamRoles = sqliteTable('team_roles', {
  id: id(),
  studioId: text('studio_id')
    .notNull()
    .references(() => studios.id),
  personId: text('person_id')
    .notNull()
    .references(() => people.id),
  role: text('role').$type<'lead' | 'member' | 'trainee'>().notNull(),
  sequence: integer('sequence').notNull(),
  fromDate: date('from_date').notNull(),
  toDate: date('to_date'),
});

/** A yes-or-no fact about a studio with the person who stands for it. 第四条, 第五条, 第六条, 第七条. */
export const confirmations = sqliteTable(
  'confirmations',
  {
    studioId: text('studio_id')
      .notNull()
      .references(() => studios.id),
    subject: text('subject').$type<ConfirmationSubject>().notNull(),
    holds: integer('holds', { mode: 'boolean' }).notNull(),
    confirmedBy: text('confirmed_by').notNull(),
    confirmedOn: date('confirmed_on').notNull(),
    evidence: text('evidence'),
  },
  (table) => [primaryKey({ columns: [table.studioId, table.subject] })],
);

/** An application for naming. 第十一条; later 第十二条. */
export const applications = sqliteTable('applications', {
  id: id(),
  studioId: text('studio_id')
    .notNull()
    .references(() => studios.id),
  level: text('level').$type<StudioLevel>().notNull(),
  /** Ages count on this day. */
  appliedOn: date('applied_on').notNull(),
  unitOpinion: text('unit_opinion'),
  status: text('status').$type<ApplicationStatus>().notNull(),
  /** The parameter set its decisions are taken under. */
  measuresId: text('measures_id').notNull(),
});

/** Every step an application took, append-only, with what was recorded at it. */
export const applicationSteps = sqliteTable('application_steps', {
  id: id(),
  applicationId: text('application_id')
    .notNull()
    .references(() => applications.id),
  sequence: integer('sequence').notNull(),
  status: text('status').$type<ApplicationStatus>().notNull(),
  onDate: date('on_date').notNull(),
  departmentId: text('department_id')
    .notNull()
    .references(() => departments.id),
  reason: text('reason'),
  /** JSON of what the step recorded: inspectors, minutes number, document number … */
  details: text('details').notNull(),
});

/** A special case a person approved: which rule, why, by whom. 第五条第四项, 第六条第一项, 第七条第一项. */
export const specialApprovals = sqliteTable('special_approvals', {
  id: id(),
  applicationId: text('application_id')
    .notNull()
    .references(() => applications.id),
  rule: text('rule').notNull(),
  reason: text('reason').notNull(),
  approver: text('approver').notNull(),
  onDate: date('on_date').notNull(),
});

/** A title a studio holds or held. 第十条. */
export const designations = sqliteTable('designations', {
  id: id(),
  studioId: text('studio_id')
    .notNull()
    .references(() => studios.id),
  applicationId: text('application_id').references(() => applications.id),
  level: text('level').$type<StudioLevel>().notNull(),
  departmentId: text('department_id')
    .notNull()
    .references(() => departments.id),
  namedOn: date('named_on').notNull(),
  documentNumber: text('document_number'),
  filedOn: date('filed_on'),
  filingNumber: text('filing_number'),
  endedOn: date('ended_on'),
  endReason: text('end_reason'),
  /** By a revocation, or without fault. */
  endKind: text('end_kind').$type<TitleEnd>(),
});

/** 任务承诺书 of one cycle. 第九条, 第十九条. */
export const commitmentLetters = sqliteTable('commitment_letters', {
  id: id(),
  studioId: text('studio_id')
    .notNull()
    .references(() => studios.id),
  level: text('level').$type<StudioLevel>().notNull(),
  departmentId: text('department_id')
    .notNull()
    .references(() => departments.id),
  number: text('number').notNull(),
  /** Null while the letter is drawn up and not yet signed. */
  signedOn: date('signed_on'),
  cycleFrom: date('cycle_from').notNull(),
  /** Last day of the cycle. */
  cycleTo: date('cycle_to').notNull(),
  copies: integer('copies').notNull(),
  measuresId: text('measures_id').notNull(),
  previousLetterId: text('previous_letter_id').references((): AnySQLiteColumn => commitmentLetters.id),
});

/** One task of a letter; its id runs through ledger, assessment and rectification. */
export const commitmentTasks = sqliteTable('commitment_tasks', {
  id: id(),
  letterId: text('letter_id')
    .notNull()
    .references(() => commitmentLetters.id),
  /** What people write: 2-1. */
  code: text('code').notNull(),
  sequence: integer('sequence').notNull(),
  taskGroup: text('task_group').$type<TaskGroup>().notNull(),
  title: text('title').notNull(),
  unit: text('unit').notNull(),
  baseline: real('baseline'),
  yearlyTarget: real('yearly_target').notNull(),
  evidence: text('evidence').notNull(),
  schedule: text('schedule').notNull(),
  /** Why the target is lower than the Measures ask; null when it is not. */
  loweredReason: text('lowered_reason'),
});

/** 过程性 or 周期性考核 of one year of a cycle. 第十九条. */
export const assessments = sqliteTable('assessments', {
  id: id(),
  studioId: text('studio_id')
    .notNull()
    .references(() => studios.id),
  letterId: text('letter_id')
    .notNull()
    .references(() => commitmentLetters.id),
  departmentId: text('department_id')
    .notNull()
    .references(() => departments.id),
  kind: text('kind').$type<AssessmentKind>().notNull(),
  /** Year of the cycle, 1 or 2. */
  cycleYear: integer('cycle_year').notNull(),
  assessedOn: date('assessed_on').notNull(),
  assessors: text('assessors').notNull(),
  grade: text('grade').$type<Grade>().notNull(),
  opinion: text('opinion'),
  measuresId: text('measures_id').notNull(),
  /** What the studio says of its year. */
  selfAssessment: text('self_assessment'),
  /** What the program suggested, and its reasons as they were shown. */
  suggestedGrade: text('suggested_grade').$type<Grade>(),
  suggestion: text('suggestion'),
  /** The periodic assessment that was sent back and that this one replaces. */
  replacesId: text('replaces_id').references((): AnySQLiteColumn => assessments.id),
});

/** One task's result in an assessment. */
export const assessmentItems = sqliteTable('assessment_items', {
  id: id(),
  assessmentId: text('assessment_id')
    .notNull()
    .references(() => assessments.id),
  taskId: text('task_id')
    .notNull()
    .references(() => commitmentTasks.id),
  target: real('target').notNull(),
  actual: real('actual').notNull(),
  evidence: text('evidence'),
  remark: text('remark'),
  /** What the studio itself counted. */
  selfReported: real('self_reported'),
  /** The assessed year alone, where `target` and `actual` are sums over the cycle. */
  yearTarget: real('year_target'),
  yearActual: real('year_actual'),
});

/** 整改通知书: what must be mended by when. 第十九条. */
export const rectifications = sqliteTable('rectifications', {
  id: id(),
  studioId: text('studio_id')
    .notNull()
    .references(() => studios.id),
  assessmentId: text('assessment_id')
    .notNull()
    .unique()
    .references(() => assessments.id),
  departmentId: text('department_id')
    .notNull()
    .references(() => departments.id),
  number: text('number').notNull(),
  issuedOn: date('issued_on').notNull(),
  /** Last day for mending. */
  deadline: date('deadline').notNull(),
});

/** One problem of a notice, bound to its task. */
export const rectificationProblems = sqliteTable('rectification_problems', {
  id: id(),
  rectificationId: text('rectification_id')
    .notNull()
    .references(() => rectifications.id),
  taskId: text('task_id')
    .notNull()
    .references(() => commitmentTasks.id),
  sequence: integer('sequence').notNull(),
  problem: text('problem').notNull(),
  target: real('target').notNull(),
  actual: real('actual').notNull(),
  measure: text('measure').notNull(),
});

/** What the right body said to a periodic result: approved, or sent back with its opinion. 第十九条第三款. */
export const assessmentApprovals = sqliteTable('assessment_approvals', {
  id: id(),
  assessmentId: text('assessment_id')
    .notNull()
    .unique()
    .references(() => assessments.id),
  departmentId: text('department_id')
    .notNull()
    .references(() => departments.id),
  decision: text('decision').$type<'approved' | 'returned'>().notNull(),
  decidedOn: date('decided_on').notNull(),
  opinion: text('opinion'),
  /** Of the paper that says so, where there is one. */
  number: text('number'),
});

/** What an excellent studio was given. 第十九条第二款. */
export const rewards = sqliteTable('rewards', {
  id: id(),
  studioId: text('studio_id')
    .notNull()
    .references(() => studios.id),
  assessmentId: text('assessment_id')
    .notNull()
    .unique()
    .references(() => assessments.id),
  departmentId: text('department_id')
    .notNull()
    .references(() => departments.id),
  rewardedOn: date('rewarded_on').notNull(),
  content: text('content').notNull(),
  amount: fen('amount'),
  number: text('number'),
});

/** 整改情况报告: what the studio says it has mended. 第十九条第二款. */
export const rectificationReports = sqliteTable('rectification_reports', {
  id: id(),
  rectificationId: text('rectification_id')
    .notNull()
    .references(() => rectifications.id),
  departmentId: text('department_id')
    .notNull()
    .references(() => departments.id),
  reportedOn: date('reported_on').notNull(),
  reporter: text('reporter').notNull(),
  summary: text('summary').notNull(),
});

/** What a report says of one problem. */
export const rectificationResults = sqliteTable('rectification_results', {
  id: id(),
  reportId: text('report_id')
    .notNull()
    .references(() => rectificationReports.id),
  problemId: text('problem_id')
    .notNull()
    .references(() => rectificationProblems.id),
  result: text('result').notNull(),
  evidence: text('evidence'),
});

/** 复查: whether it is mended. 第十九条第二款. */
export const reinspections = sqliteTable('reinspections', {
  id: id(),
  rectificationId: text('rectification_id')
    .notNull()
    .references(() => rectifications.id),
  departmentId: text('department_id')
    .notNull()
    .references(() => departments.id),
  inspectedOn: date('inspected_on').notNull(),
  inspectors: text('inspectors').notNull(),
  passed: integer('passed', { mode: 'boolean' }).notNull(),
  opinion: text('opinion'),
  /** Why a mending is accepted that nobody reported in time. */
  excuse: text('excuse'),
});

/** What a re-inspection found of one problem. */
export const reinspectionItems = sqliteTable('reinspection_items', {
  id: id(),
  reinspectionId: text('reinspection_id')
    .notNull()
    .references(() => reinspections.id),
  problemId: text('problem_id')
    .notNull()
    .references(() => rectificationProblems.id),
  mended: integer('mended', { mode: 'boolean' }).notNull(),
  finding: text('finding'),
});

/** A named studio sent to the HR bureau, and the answer. 第十一条第三项, 第十六条. */
export const filings = sqliteTable('filings', {
  id: id(),
  designationId: text('designation_id')
    .notNull()
    .references(() => designations.id),
  departmentId: text('department_id')
    .notNull()
    .references(() => departments.id),
  sentOn: date('sent_on').notNull(),
  answer: text('answer').$type<'acknowledged' | 'returned'>(),
  answeredOn: date('answered_on'),
  answeredBy: text('answered_by').references(() => departments.id),
  /** 备案号. */
  number: text('number'),
  /** Why it was returned. */
  reason: text('reason'),
  /** JSON of what a filing that came by file states beyond this register. */
  stated: text('stated'),
  /** Day that file was written. */
  writtenOn: date('written_on'),
});

/** 评审细则 a bureau defined, from a day on. 第十一条. */
export const reviewSheets = sqliteTable('review_sheets', {
  id: id(),
  departmentId: text('department_id')
    .notNull()
    .references(() => departments.id),
  title: text('title').notNull(),
  validFrom: date('valid_from').notNull(),
  /** JSON of a `ScoreSheet`. */
  sheet: text('sheet').notNull(),
});

/** An application scored by its bureau's own criteria. 第十一条. */
export const reviewScores = sqliteTable('review_scores', {
  id: id(),
  applicationId: text('application_id')
    .notNull()
    .references(() => applications.id),
  sheetId: text('sheet_id')
    .notNull()
    .references(() => reviewSheets.id),
  departmentId: text('department_id')
    .notNull()
    .references(() => departments.id),
  scoredOn: date('scored_on').notNull(),
  scorers: text('scorers').notNull(),
  /** JSON of the answers by item code. */
  answers: text('answers').notNull(),
  total: real('total'),
  /** JSON of the codes of the veto items that were found. */
  vetoedBy: text('vetoed_by').notNull(),
  grade: text('grade').$type<Grade>(),
  opinion: text('opinion'),
});

/** What changed in a studio's record, old and new, why, when and through whom: append-only. */
export const studioChanges = sqliteTable('studio_changes', {
  id: id(),
  studioId: text('studio_id')
    .notNull()
    .references(() => studios.id),
  sequence: integer('sequence').notNull(),
  kind: text('kind').$type<StudioChange>().notNull(),
  /** What people call the thing that changed: 领办人, 场所面积. */
  field: text('field').notNull(),
  oldValue: text('old_value'),
  newValue: text('new_value'),
  reason: text('reason').notNull(),
  /** JSON of the papers it stands on, by key. */
  papers: text('papers').notNull(),
  approver: text('approver'),
  /** Day from which it holds. */
  onDate: date('on_date').notNull(),
  recordedOn: date('recorded_on').notNull(),
  departmentId: text('department_id')
    .notNull()
    .references(() => departments.id),
});

/** 问题线索: how something was found, and what. 第二十条. */
export const cases = sqliteTable('cases', {
  id: id(),
  studioId: text('studio_id')
    .notNull()
    .references(() => studios.id),
  /** What people call it within the studio: 线索 1. */
  sequence: integer('sequence').notNull(),
  departmentId: text('department_id')
    .notNull()
    .references(() => departments.id),
  kind: text('kind').$type<MisconductKind>().notNull(),
  foundOn: date('found_on').notNull(),
  foundHow: text('found_how').notNull(),
  facts: text('facts').notNull(),
});

/** 查核结论: who established what, on what evidence. 第二十条 (经查明属实). */
export const caseVerifications = sqliteTable('case_verifications', {
  id: id(),
  caseId: text('case_id')
    .notNull()
    .unique()
    .references(() => cases.id),
  departmentId: text('department_id')
    .notNull()
    .references(() => departments.id),
  verifiedOn: date('verified_on').notNull(),
  verifiedBy: text('verified_by').notNull(),
  /** 属实 or not. */
  holds: integer('holds', { mode: 'boolean' }).notNull(),
  findings: text('findings').notNull(),
  /** JSON of the references to the papers. */
  evidence: text('evidence').notNull(),
  /** What damage a fault did. */
  impact: text('impact'),
  /** What the studio said to it. */
  statement: text('statement'),
});

/** The HR bureau's proposal to revoke a district title. */
export const revocationProposals = sqliteTable('revocation_proposals', {
  id: id(),
  studioId: text('studio_id')
    .notNull()
    .references(() => studios.id),
  designationId: text('designation_id')
    .notNull()
    .unique()
    .references(() => designations.id),
  departmentId: text('department_id')
    .notNull()
    .references(() => departments.id),
  ground: text('ground').$type<RevocationGround>().notNull(),
  assessmentId: text('assessment_id').references(() => assessments.id),
  rectificationId: text('rectification_id').references(() => rectifications.id),
  caseId: text('case_id').references(() => cases.id),
  /** The revocation of the other title that this one would follow. */
  followsId: text('follows_id').references((): AnySQLiteColumn => revocations.id),
  proposedOn: date('proposed_on').notNull(),
  reason: text('reason').notNull(),
});

/** 撤销称号: which title fell, on what ground, and what is to be given back. 第十九条第二款, 第二十条. */
export const revocations = sqliteTable('revocations', {
  id: id(),
  studioId: text('studio_id')
    .notNull()
    .references(() => studios.id),
  designationId: text('designation_id')
    .notNull()
    .unique()
    .references(() => designations.id),
  departmentId: text('department_id')
    .notNull()
    .references(() => departments.id),
  proposalId: text('proposal_id')
    .unique()
    .references(() => revocationProposals.id),
  ground: text('ground').$type<RevocationGround>().notNull(),
  assessmentId: text('assessment_id').references(() => assessments.id),
  rectificationId: text('rectification_id').references(() => rectifications.id),
  caseId: text('case_id').references(() => cases.id),
  /** The revocation of the other title that this one follows. */
  followsId: text('follows_id').references((): AnySQLiteColumn => revocations.id),
  decidedOn: date('decided_on').notNull(),
  minutes: text('minutes').notNull(),
  number: text('number').notNull(),
  reason: text('reason').notNull(),
  /** The other title, left to the department that gave it; null when there was none. */
  otherDesignationId: text('other_designation_id').references(() => designations.id),
  /** What was paid to the studio and may be reclaimed. */
  granted: fen('granted').notNull(),
  reclaimAmount: fen('reclaim_amount').notNull(),
  /** Why more or less than what was paid is reclaimed. */
  reclaimReason: text('reclaim_reason'),
  measuresId: text('measures_id').notNull(),
  plaqueReturnedOn: date('plaque_returned_on'),
  plaqueReceivedBy: text('plaque_received_by'),
});

/** Money that came back after a revocation. 第十九条第二款, 第二十条. */
export const reclaimPayments = sqliteTable('reclaim_payments', {
  id: id(),
  revocationId: text('revocation_id')
    .notNull()
    .references(() => revocations.id),
  departmentId: text('department_id')
    .notNull()
    .references(() => departments.id),
  paidOn: date('paid_on').notNull(),
  amount: fen('amount').notNull(),
  voucher: text('voucher').notNull(),
});

/** A bureau's decision that the in-system title stays after the district one was revoked. */
export const keptTitles = sqliteTable('kept_titles', {
  id: id(),
  revocationId: text('revocation_id')
    .notNull()
    .unique()
    .references(() => revocations.id),
  designationId: text('designation_id')
    .notNull()
    .references(() => designations.id),
  departmentId: text('department_id')
    .notNull()
    .references(() => departments.id),
  decidedOn: date('decided_on').notNull(),
  reason: text('reason').notNull(),
});

/** 通报批评. 第二十条. */
export const criticismCirculars = sqliteTable('criticism_circulars', {
  id: id(),
  caseId: text('case_id')
    .notNull()
    .references(() => cases.id),
  departmentId: text('department_id')
    .notNull()
    .references(() => departments.id),
  number: text('number').notNull(),
  issuedOn: date('issued_on').notNull(),
  /** The lead and others responsible. */
  people: text('people').notNull(),
  sanctions: text('sanctions'),
});

/** What a department told by file of the end of a title it gave. */
export const toldEndings = sqliteTable('told_endings', {
  designationId: text('designation_id')
    .notNull()
    .primaryKey()
    .references(() => designations.id),
  /** Of the document that ended the title. */
  number: text('number').notNull(),
});

/** A title that ended without anybody's fault: nothing is reclaimed. */
export const titleEndings = sqliteTable('title_endings', {
  id: id(),
  studioId: text('studio_id')
    .notNull()
    .references(() => studios.id),
  designationId: text('designation_id')
    .notNull()
    .unique()
    .references(() => designations.id),
  departmentId: text('department_id')
    .notNull()
    .references(() => departments.id),
  endedOn: date('ended_on').notNull(),
  number: text('number').notNull(),
  reason: text('reason').notNull(),
  /** JSON of the papers it stands on, by key. */
  papers: text('papers').notNull(),
  /** What is left of the district's money and handed back. */
  unspentGrant: fen('unspent_grant').notNull(),
});

/** Register of issued documents; a number is used once. */
export const issuedDocuments = sqliteTable('issued_documents', {
  id: id(),
  kind: text('kind').notNull(),
  studioId: text('studio_id').references(() => studios.id),
  /** The letter, rectification … the document states; null for lists. */
  subjectId: text('subject_id'),
  departmentId: text('department_id')
    .notNull()
    .references(() => departments.id),
  number: text('number'),
  issuedOn: date('issued_on').notNull(),
  fileName: text('file_name').notNull(),
  sha256: text('sha256').notNull(),
  /** JSON of what it was made from; null for what was issued before this was kept. */
  input: text('input'),
  /** The void document it took the place of. */
  replacesId: text('replaces_id').references((): AnySQLiteColumn => issuedDocuments.id),
  /** How it ended; null while it is in force. */
  closed: text('closed').$type<'renewed' | 'void'>(),
  closedOn: date('closed_on'),
  closedReason: text('closed_reason'),
  /** The custom wording it is in; null for the built-in one. */
  wordingId: text('wording_id').references((): AnySQLiteColumn => customWordings.id),
});

/** Custom wording of kinds of documents, by department: one in force at a time, by triggers never changed but for its end. */
export const customWordings = sqliteTable('custom_wordings', {
  id: id(),
  departmentId: text('department_id')
    .notNull()
    .references(() => departments.id),
  kind: text('kind').notNull(),
  fileName: text('file_name').notNull(),
  sha256: text('sha256').notNull(),
  /** The .docx in base64. */
  content: text('content').notNull(),
  acceptedOn: date('accepted_on').notNull(),
  /** When another one or the built-in one took its place. */
  endedOn: date('ended_on'),
});

/** 扫描件: signed paper that came back, below the data folder. Append-only by triggers. */
export const documentScans = sqliteTable('document_scans', {
  id: id(),
  documentId: text('document_id')
    .notNull()
    .references(() => issuedDocuments.id),
  name: text('name').notNull(),
  /** Path below the data folder. */
  path: text('path').notNull(),
  sha256: text('sha256').notNull(),
  addedOn: date('added_on').notNull(),
});

/** Numbers handed out: 武昌教名〔2026〕3号 is series 武昌教名, year 2026, value 3. Never handed out twice. */
export const documentNumbers = sqliteTable(
  'document_numbers',
  {
    series: text('series').notNull(),
    year: integer('year').notNull(),
    value: integer('value').notNull(),
    takenFor: text('taken_for').notNull(),
    takenOn: date('taken_on').notNull(),
  },
  (table) => [primaryKey({ columns: [table.series, table.year, table.value] })],
);

/** One imported file. `number` is what people call it: 导入第 3 批. */
export const importBatches = sqliteTable('import_batches', {
  id: id(),
  number: integer('number').notNull().unique(),
  kind: text('kind').notNull(),
  fileName: text('file_name').notNull(),
  sha256: text('sha256').notNull(),
  importedOn: date('imported_on').notNull(),
  departmentId: text('department_id')
    .notNull()
    .references(() => departments.id),
  rowCount: integer('row_count').notNull(),
  newCount: integer('new_count').notNull(),
  changedCount: integer('changed_count').notNull(),
  unchangedCount: integer('unchanged_count').notNull(),
  errorCount: integer('error_count').notNull(),
  undoneOn: date('undone_on'),
});

/** Every row a batch wrote, in order, as it was before and after: what an undo needs. */
export const importChanges = sqliteTable('import_changes', {
  id: id(),
  batchId: text('batch_id')
    .notNull()
    .references(() => importBatches.id),
  sequence: integer('sequence').notNull(),
  tableName: text('table_name').notNull(),
  /** JSON of the primary key columns. */
  rowKey: text('row_key').notNull(),
  /** JSON of the whole row, null for a new one. */
  before: text('before'),
  /** JSON of the whole row, null for a deleted one. */
  after: text('after'),
});

/** One of the latest acts, by its row in the log: what can be taken back. */
export const acts = sqliteTable('acts', {
  id: id(),
  auditSequence: integer('audit_sequence').notNull().unique(),
  undoneOn: date('undone_on'),
});

/** Every row an act wrote, in order, as it was before and after: what an undo needs. */
export const actChanges = sqliteTable('act_changes', {
  id: id(),
  actId: text('act_id')
    .notNull()
    .references(() => acts.id),
  sequence: integer('sequence').notNull(),
  tableName: text('table_name').notNull(),
  /** JSON of the primary key columns. */
  rowKey: text('row_key').notNull(),
  before: text('before'),
  after: text('after'),
});

/** Files sent out: the log of exports. */
export const exportedFiles = sqliteTable('exported_files', {
  id: id(),
  kind: text('kind').notNull(),
  fileName: text('file_name').notNull(),
  sha256: text('sha256').notNull(),
  exportedOn: date('exported_on').notNull(),
  departmentId: text('department_id')
    .notNull()
    .references(() => departments.id),
  rowCount: integer('row_count').notNull(),
});

/** A scan or paper copied into the data folder. */
export const attachments = sqliteTable('attachments', {
  id: id(),
  studioId: text('studio_id')
    .notNull()
    .references(() => studios.id),
  name: text('name').notNull(),
  /** Path below the data folder. */
  path: text('path').notNull(),
  sha256: text('sha256').notNull(),
  addedOn: date('added_on').notNull(),
});

/** What a studio did for a task of its letter: append-only by triggers. 第八条, 第九条. */
export const activities = sqliteTable('activities', {
  id: id(),
  studioId: text('studio_id')
    .notNull()
    .references(() => studios.id),
  /** What people call it within the studio: 活动 3. */
  sequence: integer('sequence').notNull(),
  taskId: text('task_id')
    .notNull()
    .references(() => commitmentTasks.id),
  kind: text('kind').$type<ActivityKind>().notNull(),
  heldOn: date('held_on').notNull(),
  title: text('title').notNull(),
  /** In the task's unit; below zero in a row that reverses another. */
  amount: real('amount').notNull(),
  /** Of a topic, and of nothing else. */
  level: text('level').$type<Level>(),
  evidence: text('evidence').notNull(),
  attachmentId: text('attachment_id').references(() => attachments.id),
  departmentId: text('department_id')
    .notNull()
    .references(() => departments.id),
  recordedOn: date('recorded_on').notNull(),
  /** The row this one takes back. */
  reversesId: text('reverses_id')
    .unique()
    .references((): AnySQLiteColumn => activities.id),
  /** The row, taken back by another, in whose stead this one stands. */
  replacesId: text('replaces_id')
    .unique()
    .references((): AnySQLiteColumn => activities.reversesId),
  /** Why a row was taken back or replaced. */
  reason: text('reason'),
});

/** Codes of what studios have been allowed to spend on, under whatever Measures. 第十八条. */
export const expenseCategories = sqliteTable('expense_categories', {
  code: text('code').primaryKey(),
  label: text('label').notNull(),
});

/** 专户 of a studio at its host unit; one at a time. 第十八条. */
export const fundAccounts = sqliteTable('fund_accounts', {
  id: id(),
  studioId: text('studio_id')
    .notNull()
    .references(() => studios.id),
  hostUnitId: text('host_unit_id')
    .notNull()
    .references(() => hostUnits.id),
  name: text('name').notNull(),
  bank: text('bank'),
  accountNumber: text('account_number'),
  openedOn: date('opened_on').notNull(),
  /** Last day; null while it is in use. */
  closedOn: date('closed_on'),
  closeReason: text('close_reason'),
  departmentId: text('department_id')
    .notNull()
    .references(() => departments.id),
});

/** What went in and out of a dedicated account: append-only by triggers. 第十八条. */
export const fundEntries = sqliteTable('fund_entries', {
  id: id(),
  studioId: text('studio_id')
    .notNull()
    .references(() => studios.id),
  accountId: text('account_id')
    .notNull()
    .references(() => fundAccounts.id),
  /** What people call it within the studio: 第 3 笔. */
  sequence: integer('sequence').notNull(),
  kind: text('kind').$type<FundEntryKind>().notNull(),
  /** Where income came from, or to whom a return goes back. */
  source: text('source').$type<IncomeSource>(),
  category: text('category').references(() => expenseCategories.code),
  /** Whether an expense counted as construction done before the grant, under the Measures it was booked under. */
  construction: integer('construction', { mode: 'boolean' }),
  onDate: date('on_date').notNull(),
  voucherNumber: text('voucher_number').notNull(),
  summary: text('summary').notNull(),
  /** Above zero, also in a row that reverses another. */
  amount: fen('amount').notNull(),
  counterparty: text('counterparty'),
  handler: text('handler'),
  /** The lead. */
  signedBy: text('signed_by'),
  signedOn: date('signed_on'),
  /** Somebody of the host unit. */
  checkedBy: text('checked_by'),
  checkedOn: date('checked_on'),
  overdraftReason: text('overdraft_reason'),
  measuresId: text('measures_id').notNull(),
  departmentId: text('department_id')
    .notNull()
    .references(() => departments.id),
  recordedOn: date('recorded_on').notNull(),
  /** The row this one takes back. */
  reversesId: text('reverses_id')
    .unique()
    .references((): AnySQLiteColumn => fundEntries.id),
  /** The row, taken back by another, in whose stead this one stands. */
  replacesId: text('replaces_id')
    .unique()
    .references((): AnySQLiteColumn => fundEntries.reversesId),
  /** Why a row was taken back or replaced. */
  reason: text('reason'),
});

/** One year's district round and the terms it was opened under. 第十二条. */
export const rounds = sqliteTable('rounds', {
  id: id(),
  year: integer('year').notNull().unique(),
  departmentId: text('department_id')
    .notNull()
    .references(() => departments.id),
  openedOn: date('opened_on').notNull(),
  /** Of the notice that opened it (当年评选通知). */
  documentNumber: text('document_number'),
  measuresId: text('measures_id').notNull(),
  /** District studios of the year, at most. */
  quota: integer('quota').notNull(),
  /** Recommendations of one bureau, at most. */
  recommendationLimit: integer('recommendation_limit').notNull(),
  noticeDays: integer('notice_days').notNull(),
  publicBenefitLeast: fen('public_benefit_least').notNull(),
  publicBenefitMost: fen('public_benefit_most').notNull(),
  marketLeast: fen('market_least').notNull(),
  marketMost: fen('market_most').notNull(),
  /** Whether the average leaves out the highest and the lowest score. */
  dropsExtremes: integer('drops_extremes', { mode: 'boolean' }).notNull(),
});

/** 公示 of approved studios. 第十二条第四项. */
export const publicNotices = sqliteTable('public_notices', {
  id: id(),
  roundId: text('round_id')
    .notNull()
    .references(() => rounds.id),
  departmentId: text('department_id')
    .notNull()
    .references(() => departments.id),
  number: text('number').notNull(),
  postedOn: date('posted_on').notNull(),
  firstDay: date('first_day').notNull(),
  /** The plaque may follow from the next day on. */
  lastDay: date('last_day').notNull(),
  place: text('place'),
});

/** A studio's part in a round, as far as it came. 第十二条第一项 to 第五项. */
export const roundEntries = sqliteTable('round_entries', {
  id: id(),
  roundId: text('round_id')
    .notNull()
    .references(() => rounds.id),
  studioId: text('studio_id')
    .notNull()
    .references(() => studios.id),
  /** The bureau it applied to. */
  departmentId: text('department_id')
    .notNull()
    .references(() => departments.id),
  appliedOn: date('applied_on').notNull(),
  /** Day of the host unit's consent, and its opinion as written. */
  unitAgreedOn: date('unit_agreed_on').notNull(),
  unitOpinion: text('unit_opinion'),
  recommendedOn: date('recommended_on'),
  recommendationRank: integer('recommendation_rank'),
  recommendationReason: text('recommendation_reason'),
  inspectedOn: date('inspected_on'),
  inspectors: text('inspectors'),
  inspectionPassed: integer('inspection_passed', { mode: 'boolean' }),
  inspectionOpinion: text('inspection_opinion'),
  /** Whether a person chose it among those with the same average for the places left. */
  tieChosen: integer('tie_chosen', { mode: 'boolean' }),
  tieReason: text('tie_reason'),
  tieDecidedBy: text('tie_decided_by'),
  shortlistedOn: date('shortlisted_on'),
  /** Place and average of the ranking on the day of the shortlist. */
  shortlistPlace: integer('shortlist_place'),
  shortlistAverage: real('shortlist_average'),
  /** Why it was taken while one placed better was not. */
  shortlistReason: text('shortlist_reason'),
  approvalOn: date('approval_on'),
  approval: text('approval').$type<ShortlistDecision>(),
  approvalMinutes: text('approval_minutes'),
  approvalOpinion: text('approval_opinion'),
  noticeId: text('notice_id').references(() => publicNotices.id),
  /** Day of the plaque; the title named that day is a row of `designations`. */
  awardedOn: date('awarded_on'),
  /** Day it left the round without a plaque: withdrawn, not approved, objection upheld. */
  endedOn: date('ended_on'),
  endReason: text('end_reason'),
});

/** 异议 against a studio on public notice. 第十二条第五项. */
export const objections = sqliteTable('objections', {
  id: id(),
  entryId: text('entry_id')
    .notNull()
    .references(() => roundEntries.id),
  /** Number among those against the same studio. */
  number: integer('number').notNull(),
  departmentId: text('department_id')
    .notNull()
    .references(() => departments.id),
  receivedOn: date('received_on').notNull(),
  objector: text('objector').notNull(),
  content: text('content').notNull(),
  settledOn: date('settled_on'),
  outcome: text('outcome').$type<ObjectionOutcome>(),
  finding: text('finding'),
});

/** What experts score a round by; full marks times weights make 100. 第十二条第三项. */
export const roundCriteria = sqliteTable('round_criteria', {
  id: id(),
  roundId: text('round_id')
    .notNull()
    .references(() => rounds.id),
  sequence: integer('sequence').notNull(),
  code: text('code').notNull(),
  title: text('title').notNull(),
  /** Full mark before the weight. */
  points: real('points').notNull(),
  weight: real('weight').notNull(),
});

/** An expert of a round, with the day the declaration on conflicts of interest was signed. 第十二条第三项. */
export const roundExperts = sqliteTable('round_experts', {
  id: id(),
  roundId: text('round_id')
    .notNull()
    .references(() => rounds.id),
  name: text('name').notNull(),
  employer: text('employer').notNull(),
  professionalTitle: text('professional_title'),
  declaredOn: date('declared_on').notNull(),
});

/** 回避: an expert who does not score this studio, and why. */
export const roundConflicts = sqliteTable('round_conflicts', {
  id: id(),
  expertId: text('expert_id')
    .notNull()
    .references(() => roundExperts.id),
  entryId: text('entry_id')
    .notNull()
    .references(() => roundEntries.id),
  reason: text('reason').notNull(),
  declaredOn: date('declared_on').notNull(),
});

/** One expert's points for one studio by one criterion, before the weight. */
export const expertScores = sqliteTable('expert_scores', {
  id: id(),
  entryId: text('entry_id')
    .notNull()
    .references(() => roundEntries.id),
  expertId: text('expert_id')
    .notNull()
    .references(() => roundExperts.id),
  criterionId: text('criterion_id')
    .notNull()
    .references(() => roundCriteria.id),
  score: real('score').notNull(),
  scoredOn: date('scored_on').notNull(),
});

/** 资助 of a district studio, decided within the range of its nature. 第十二条第六项. */
export const grants = sqliteTable('grants', {
  id: id(),
  entryId: text('entry_id')
    .notNull()
    .unique()
    .references(() => roundEntries.id),
  departmentId: text('department_id')
    .notNull()
    .references(() => departments.id),
  nature: text('nature').$type<StudioNature>().notNull(),
  amount: fen('amount').notNull(),
  decidedOn: date('decided_on').notNull(),
  documentNumber: text('document_number').notNull(),
});

/** What was paid of a grant, after construction: append-only by triggers. 第十六条, 第十八条. */
export const grantPayments = sqliteTable('grant_payments', {
  id: id(),
  grantId: text('grant_id')
    .notNull()
    .references(() => grants.id),
  departmentId: text('department_id')
    .notNull()
    .references(() => departments.id),
  paidOn: date('paid_on').notNull(),
  amount: fen('amount').notNull(),
  /** What had been spent on construction by then, as far as the HR bureau knew. */
  constructionSpent: fen('construction_spent').notNull(),
  voucher: text('voucher').notNull(),
});

/** Sets of the Measures added as data, each with what it changes: by triggers never changed, and kept while a decision keeps them. */
export const addedMeasures = sqliteTable('added_measures', {
  id: id(),
  title: text('title').notNull(),
  textNumber: text('text_number').notNull(),
  effectiveFrom: date('effective_from').notNull().unique(),
  effectiveTo: date('effective_to'),
  /** JSON: each parameter's new value with its provision. */
  changedValues: text('changed_values').notNull(),
  addedOn: date('added_on').notNull(),
  departmentId: text('department_id')
    .notNull()
    .references(() => departments.id),
});

/** What the HR bureau has done of its yearly acts, each once a year. 第十六条. */
export const yearlyActs = sqliteTable('yearly_acts', {
  id: id(),
  year: integer('year').notNull(),
  act: text('act').$type<YearlyAct>().notNull(),
  doneOn: date('done_on').notNull(),
  content: text('content').notNull(),
  departmentId: text('department_id')
    .notNull()
    .references(() => departments.id),
});

/** Who did what when: append-only by triggers, each row chained to the one before by its hash. */
export const audit = sqliteTable('audit', {
  sequence: integer('sequence').primaryKey(),
  /** Instant of writing, ISO 8601 in UTC. */
  at: text('at').notNull(),
  /** The business day the act was done for. */
  onDate: date('on_date').notNull(),
  departmentId: text('department_id'),
  command: text('command').notNull(),
  studioId: text('studio_id'),
  /** JSON of the act's input and outcome. */
  details: text('details').notNull(),
  previousHash: text('previous_hash').notNull(),
  /** SHA-256 in hex over the previous hash and this row's other columns. */
  hash: text('hash').notNull(),
});

import { z } from 'zod';
import { textSchema } from './fields.ts';

const nameSchema = textSchema.max(60, '不能超过 60 字');
const yearSchema = z.number().int().min(2014).max(2999);

/** Names of the typefaces of one purpose: the usual one, what stands in for it, and one for rare characters. */
const typefaceSchema = z.object({ name: nameSchema, substitute: nameSchema, rare: nameSchema });

/** From a year on, documents of one kind (all, when none is named) are numbered in this series: 武昌教名. */
const numberSeriesSchema = z.object({
  document: z.string().nullable(),
  fromYear: yearSchema,
  prefix: nameSchema.refine((text) => !/[〔〕[\]（）()\s\d]/u.test(text), '代字只写文字，如 武昌教名，不带年份、括号和序号'),
});

/** The first number the program may take of a series in a year, where others were used before it. */
const numberStartSchema = z.object({
  prefix: nameSchema,
  year: yearSchema,
  next: z.number().int().min(1, '应为不小于 1 的整数').max(99_999),
});

const handBackDaysSchema = z.number().int().min(1, '应为不小于 1 的整数').max(365, '不能超过 365 天');

/** 户名, 开户银行, 账号. */
const reclaimAccountSchema = z.object({
  holder: nameSchema,
  bank: nameSchema,
  number: z.string().regex(/^[\d -]{6,40}$/u, '账号只写数字'),
});

/** 任务承诺书 with every clause, or 简式: the tasks and the money on one page, and the Measures for the rest. */
const letterFormSchema = z.enum(['full', 'brief']);

/** What a department has settled about its documents, as the register keeps it. */
export const documentSettingsSchema = z.object({
  series: z.array(numberSeriesSchema).max(200).default([]),
  starts: z.array(numberStartSchema).max(500).default([]),
  /** 签发人 of documents that go upwards. */
  signers: z.array(nameSchema).max(10).default([]),
  /** 抄送机关 of its decisions. */
  copyTo: z.array(nameSchema).max(30).default([]),
  /** 印发机关; the department's own office when not said. */
  printer: nameSchema.nullable().default(null),
  /** 通信地址, with the postcode, where people write to it. */
  address: textSchema.max(80, '不能超过 80 字').nullable().default(null),
  /** Days after a revocation within which plaque, naming document and money are to come back. */
  handBackDays: handBackDaysSchema.default(15),
  /** Length and height of a plaque; the Measures say nothing of it. */
  plaqueSize: nameSchema.default('60厘米×40厘米'),
  letterForm: letterFormSchema.default('full'),
  /** Where reclaimed money is to be paid. */
  reclaimAccount: reclaimAccountSchema.nullable().default(null),
  /** By purpose; what is not named is as usual. */
  fonts: z.record(z.string(), typefaceSchema).default({}),
});
export type DocumentSettings = z.infer<typeof documentSettingsSchema>;

/** Changes to the settings: what is left out stays. */
export const changeDocumentSettingsSchema = z.object({
  series: z.array(numberSeriesSchema).max(200).optional(),
  starts: z.array(numberStartSchema).max(500).optional(),
  signers: z.array(nameSchema).max(10).optional(),
  copyTo: z.array(nameSchema).max(30).optional(),
  printer: nameSchema.nullable().optional(),
  address: textSchema.max(80, '不能超过 80 字').nullable().optional(),
  handBackDays: handBackDaysSchema.optional(),
  plaqueSize: nameSchema.optional(),
  letterForm: letterFormSchema.optional(),
  reclaimAccount: reclaimAccountSchema.nullable().optional(),
  fonts: z.record(z.string(), typefaceSchema).optional(),
  /** How documents write the name the department bears today. */
  officialName: nameSchema.optional(),
});

/** A series of numbers in one year as people see it. */
const numberSeriesViewSchema = z.object({
  prefix: z.string(),
  year: z.number(),
  /** The number the program would take next: 武昌教名〔2026〕13号. */
  next: z.number(),
  taken: z.number(),
  /** Numbers passed over, as ranges: 3—5号. */
  gaps: z.array(z.string()),
  /** Numbers an act took whose document has not been issued yet, with what they were taken for. */
  withoutDocument: z.array(z.string()),
});

/** The settings with what they can be chosen from. */
export const documentSettingsViewSchema = documentSettingsSchema.extend({
  department: z.string(),
  officialName: z.string(),
  /** The series where nothing else is set: the department's own. */
  usualPrefix: z.string(),
  numbered: z.array(z.object({ id: z.string(), label: z.string() })),
  numbers: z.array(numberSeriesViewSchema),
  faces: z.array(z.object({ id: z.string(), label: z.string(), usual: typefaceSchema })),
  /** Sets of typefaces that go together, to choose from at once. */
  fontSets: z.array(z.object({ id: z.string(), label: z.string(), fonts: z.record(z.string(), typefaceSchema) })),
});
export type DocumentSettingsView = z.infer<typeof documentSettingsViewSchema>;

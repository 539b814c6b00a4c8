import { z } from 'zod';
import { isPlainDate, type PlainDate } from '../../policy/plain-date.ts';

/** A day of the calendar, `YYYY-MM-DD`. */
export const plainDateSchema = z
  .string('应写成 2026-08-10 的样子')
  .trim()
  .refine((text): text is PlainDate => isPlainDate(text), '应写成 2026-08-10 的样子');

/** Text that is not blank, without the blanks around it. */
export const textSchema = z.string('应为文字').trim().min(1, '不能为空');

/** 是 or 否, also as true or false. */
export const yesNoSchema = z.union(
  [z.boolean(), z.enum(['是', '否', 'true', 'false', 'yes', 'no']).transform((text) => text === '是' || text === 'true' || text === 'yes')],
  '应为是或否',
);

/** Yuan with at most two decimals, as text or number; the answer is in whole fen. */
export const moneyOrNothingSchema = z.unknown().transform((given, context) => {
  const text = typeof given === 'number' || typeof given === 'string' ? String(given).trim() : '';
  const match = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text);
  if (match !== null) return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  context.addIssue('应为不小于 0、不到 10 亿的金额，以元为单位，最多两位小数，如 1234.50');
  return z.NEVER;
});

/** The same, above zero. */
export const moneySchema = z.unknown().transform((given, context) => {
  const read = moneyOrNothingSchema.safeParse(given);
  if (read.success && read.data > 0) return read.data;
  context.addIssue('应为大于 0、不到 10 亿的金额，以元为单位，最多两位小数，如 1234.50');
  return z.NEVER;
});

/** A number, also as text (`--set area=80`). */
export const numberSchema = z.union(
  [
    z.number(),
    z
      .string()
      .trim()
      .regex(/^-?\d{1,12}(\.\d+)?$/)
      .transform(Number),
  ],
  '应为数字',
);

/** A year, four digits, as the register keeps years. */
export const yearSchema = numberSchema.refine(
  (year) => Number.isInteger(year) && year >= 1900 && year <= 2999,
  '应为 1900 至 2999 的整数年份，如 2026',
);

/** One answer for each of several things, by their codes: `{ '2-1': 520 }`. `code` is one a clerk knows. */
export function perCodeSchema<Value>(each: z.ZodType<Value>, code: string) {
  return z.record(z.string(), each, `应逐项填写，项目名后加点和编号，如 .${code}`);
}

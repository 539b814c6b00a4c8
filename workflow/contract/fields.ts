import { z } from 'zod';
import { isPlainDate, type PlainDate } from '../../policy/plain-date.ts';

/** A day of the calendar, `YYYY-MM-DD`. */
export const plainDateSchema = z
  .string()
  .trim()
  .refine((text): text is PlainDate => isPlainDate(text), '应写成 2026-08-10 的样子');

/** Text that is not blank, without the blanks around it. */
export const textSchema = z.string().trim().min(1, '不能为空');

/** 是 or 否, also as true or false. */
export const yesNoSchema = z.union([
  z.boolean(),
  z.enum(['是', '否', 'true', 'false', 'yes', 'no']).transform((text) => text === '是' || text === 'true' || text === 'yes'),
]);

/** A number, also as text (`--set area=80`). */
export const numberSchema = z.union([
  z.number(),
  z
    .string()
    .trim()
    .regex(/^-?\d+(\.\d+)?$/, '应为数字')
    .transform(Number),
]);

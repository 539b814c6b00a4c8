import { z } from 'zod';

/** A department one can sit at. */
const departmentSchema = z.object({
  id: z.string(),
  name: z.string(),
  officialName: z.string(),
  kind: z.enum(['sector-bureau', 'hr-bureau', 'leading-group-office']),
  sectors: z.array(z.string()),
});
export type DepartmentView = z.infer<typeof departmentSchema>;

/** Who to call, printed on forms and workbooks. */
export const contactSchema = z.object({ person: z.string(), phone: z.string() });

/** What the window needs to know first: is there a register, whose is it, and what day is it. */
export const sessionSchema = z.object({
  initialised: z.boolean(),
  dataFolder: z.string(),
  today: z.string(),
  seat: departmentSchema.nullable(),
  contact: contactSchema,
  departments: z.array(departmentSchema),
  sectors: z.array(z.string()),
  measures: z.object({ id: z.string(), title: z.string(), documentNumber: z.string(), effectiveFrom: z.string() }),
});
export type Session = z.infer<typeof sessionSchema>;

/** Choices of the first start: the seat, whom to call, and whether to begin with the sample studios. */
export const initialiseSchema = z.object({
  seat: z.string().trim().min(1),
  contact: contactSchema.default({ person: '', phone: '' }),
  withSample: z.boolean().default(false),
});

import { z } from 'zod';
import { type Route, route } from './route.ts';

const nothing = z.object({});
const titleSchema = z.string().max(200);
const pathSchema = z.string().min(1).max(4096);

/** Files a person may be asked to open or to save. */
export const fileTypeSchema = z.enum(['workbook', 'document', 'pdf', 'calendar', 'scan', 'any']);
export type FileType = z.infer<typeof fileTypeSchema>;

/**
 * The few things a window asks of the desktop rather than of the workflow: dialogs, paper, and the folder a file lies in.
 * A path is `null` when the person cancelled.
 */
export const desktop = {
  chooseFile: route(z.object({ title: titleSchema, type: fileTypeSchema }), z.object({ path: pathSchema.nullable() })),
  chooseFolder: route(z.object({ title: titleSchema }), z.object({ path: pathSchema.nullable() })),
  chooseTarget: route(
    z.object({ title: titleSchema, fileName: z.string().min(1).max(255), type: fileTypeSchema }),
    z.object({ path: pathSchema.nullable() }),
  ),
  /** The system's own dialog: which printer, how many copies, one side or both. `copies` is what it begins with. */
  print: route(z.object({ copies: z.number().int().min(1).max(99) }), z.object({ printed: z.boolean() })),
  savePages: route(z.object({ target: pathSchema }), z.object({ path: pathSchema })),
  showInFolder: route(z.object({ path: pathSchema }), nothing),
} as const satisfies Readonly<Record<string, Route<z.ZodType, z.ZodType>>>;

type Desktop = typeof desktop;
export type DesktopCallName = keyof Desktop;
/** The desktop as a window sees it: one function a call. */
export type DesktopCalls = {
  [Name in DesktopCallName]: (input: z.input<Desktop[Name]['input']>) => Promise<z.output<Desktop[Name]['output']>>;
};

/** What the window is told about the process that owns the register. */
export const deskStateSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('running') }),
  z.object({ state: z.literal('restarting'), message: z.string() }),
  z.object({ state: z.literal('stopped'), message: z.string() }),
]);
export type DeskState = z.infer<typeof deskStateSchema>;

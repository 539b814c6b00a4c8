import { z } from 'zod';
import { type DeskState, type DesktopCallName, type DesktopCalls, deskStateSchema, desktop } from '../../workflow/contract/desktop.ts';

declare global {
  interface Window {
    /** Put there by the preload; every answer is checked here before it is used. */
    readonly desktopBridge: {
      readonly call: (name: string, input: unknown) => Promise<unknown>;
      readonly onDeskState: (listener: (state: unknown) => void) => () => void;
    };
  }
}

const answerSchema = z.union([
  z.object({ done: z.literal(true), value: z.unknown() }),
  z.object({ done: z.literal(false), message: z.string() }),
]);

/** Asks the main process for a dialog, paper, or a folder. Throws an Error with a Chinese message when it cannot. */
export async function askDesktop<Name extends DesktopCallName>(
  name: Name,
  input: Parameters<DesktopCalls[Name]>[0],
): Promise<Awaited<ReturnType<DesktopCalls[Name]>>> {
  const answer = answerSchema.parse(await window.desktopBridge.call(name, input));
  if (!answer.done) throw new Error(answer.message);
  return desktop[name].output.parse(answer.value) as Awaited<ReturnType<DesktopCalls[Name]>>;
}

/** Hears how the process that owns the register is. Returns what ends the hearing. */
export function onDeskState(listener: (state: DeskState) => void): () => void {
  return window.desktopBridge.onDeskState((state) => listener(deskStateSchema.parse(state)));
}

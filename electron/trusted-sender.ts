import type { IpcMainEvent, IpcMainInvokeEvent } from 'electron';
import { appOrigin } from './app-origin.ts';

/** True for a message from the top frame of a page of the program itself. Every message is asked this before it is looked at. */
export function isTrustedSender(event: IpcMainEvent | IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.origin === appOrigin && frame.parent === null;
}

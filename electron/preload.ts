import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import { appOrigin } from './app-origin.ts';
import { channels } from './channels.ts';

/** What this file needs of the page; the project around it is compiled without the page's types. */
declare const window: {
  readonly location: { readonly origin: string };
  addEventListener(
    type: 'message',
    listener: (event: { source: unknown; origin: string; data: unknown; ports: readonly InstanceType<typeof MessagePort>[] }) => void,
  ): void;
};

/**
 * The one file between a window and the rest: sandboxed, without Node. It hands a port on when the window itself asks for one, and
 * passes desktop calls to the main process, which checks them. A page of another origin gets nothing at all.
 */
if (window.location.origin === appOrigin) {
  window.addEventListener('message', ({ source, origin, data, ports }) => {
    const [port] = ports;
    if (source !== window || origin !== appOrigin || data !== channels.connect || port === undefined) return;
    ipcRenderer.postMessage(channels.connect, null, [port]);
  });

  contextBridge.exposeInMainWorld('desktopBridge', {
    call: (name: unknown, input: unknown): Promise<unknown> => ipcRenderer.invoke(channels.desktop, name, input),
    onDeskState: (listener: (state: unknown) => void): (() => void) => {
      const heard = (_event: IpcRendererEvent, state: unknown): void => listener(state);
      ipcRenderer.on(channels.deskState, heard);
      return () => ipcRenderer.off(channels.deskState, heard);
    },
  });
}

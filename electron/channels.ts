/** Names of the messages between a window and the main process. */
export const channels = {
  /** The handshake: a port for the process that owns the register. The window asks its preload for it by the same word. */
  connect: 'connect-desk',
  /** Dialogs, paper and folders: `workflow/contract/desktop.ts`. */
  desktop: 'desktop',
  /** How the process that owns the register is. */
  deskState: 'desk-state',
} as const;

import { type App, app, type Session, type WebContents } from 'electron';
import { appOrigin } from './app-origin.ts';

/** Addresses a window may ask for: the program's own files, and what it made itself in memory. */
function isOwn(address: string): boolean {
  const { protocol, host } = new URL(address);
  return `${protocol}//${host}` === appOrigin || protocol === 'blob:' || protocol === 'data:';
}

/** Denies a session every request that leaves the program, every permission, every device and every download. */
export function lockSession(session: Session): void {
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isOwn(details.url) }));
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
}

function lockContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  // A peer connection opens sockets without asking for a permission, and no content security policy stops it.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/** Before the program is ready: no name is ever looked up, and Chromium calls nobody of its own accord. */
export function lockNetwork(commandLine: App['commandLine']): void {
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  commandLine.appendSwitch('disable-background-networking');
  commandLine.appendSwitch('disable-component-update');
  commandLine.appendSwitch('disable-domain-reliability');
}

/** Every page that is ever made, also one a library would open: no navigation, no new window, no embedded page. */
export function lockEveryPage(): void {
  app.on('web-contents-created', (_event, contents) => lockContents(contents));
}

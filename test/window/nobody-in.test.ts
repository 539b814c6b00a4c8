import { createSocket, type Socket as DatagramSocket } from 'node:dgram';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWith } from '../machine/require-tools.ts';
import { repository } from '../machine/runtime-folder.ts';
import { type OpenDesk, openDesk } from './open-desk.ts';

/** A call of the contract as it goes over a port: which one, and its input. */
const sessionCall = JSON.stringify({ i: '1', p: { u: '/session', b: { json: {} } } });

/** Each test is one way somebody who got a line of script into the window, or a page of their own before it, would go. */
describeWith(['electron'], 'nobody gets in or out through the window', () => {
  let desk: OpenDesk;
  let server: Server;
  let datagrams: DatagramSocket;
  let port: number;
  let knocks = 0;

  beforeAll(async () => {
    desk = await openDesk('区教育局');
    await desk.page.getByRole('heading', { name: '工作台' }).waitFor();
    server = createServer((socket) => {
      knocks += 1;
      socket.destroy();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    port = typeof address === 'object' && address !== null ? address.port : 0;
    datagrams = createSocket('udp4');
    datagrams.on('message', () => {
      knocks += 1;
    });
    await new Promise<void>((resolve) => datagrams.bind(port, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    server.close();
    datagrams.close();
    await desk.close();
  });

  /** Runs script in the window's own world. */
  const inWindow = <Result>(script: string): Promise<Result> => desk.page.evaluate<Result>(script);

  test('has no Node and no Electron in it', async () => {
    const found = await inWindow(
      `['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'ipcRenderer', 'electron'].filter((name) => name in window)`,
    );
    expect(found).toEqual([]);
  });

  test('offers two functions of the desktop and nothing else, and they cannot be replaced', async () => {
    const offered = await inWindow(
      `[Object.keys(desktopBridge), (() => { try { desktopBridge.call = null; } catch {} return typeof desktopBridge.call; })()]`,
    );
    expect(offered).toEqual([['call', 'onDeskState'], 'function']);
  });

  test('runs sandboxed and isolated, without Node in workers or frames, whatever the page asks', async () => {
    const preferences = await desk.application.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
      return contents.getLastWebPreferences();
    });
    expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false });
    expect(preferences['nodeIntegrationInWorker'] ?? false).toBe(false);
    expect(preferences['nodeIntegrationInSubFrames'] ?? false).toBe(false);
    expect(preferences['webSecurity'] ?? true).toBe(true);
  });

  test('its page came with a policy that allows no inline style, no inline script and no evaluated text', async () => {
    const policy = await inWindow<string>(`fetch('app://desk/index.html').then((answer) => answer.headers.get('Content-Security-Policy'))`);
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-/u);
    expect(policy).not.toContain('unsafe');
    const tried = await inWindow(`(async () => {
      const style = document.createElement('style');
      style.textContent = '#root { display: none }';
      document.head.append(style);
      const script = document.createElement('script');
      script.textContent = 'window.broken = 1';
      document.head.append(script);
      // Later, because text that a debugger evaluates may evaluate text itself while it runs.
      const evaluated = await new Promise((resolve) => setTimeout(() => {
        try { resolve(new Function('return "evaluated"')()); } catch (error) { resolve(error.name); }
      }));
      return [getComputedStyle(document.querySelector('#root')).display, window.broken ?? 'not run', evaluated];
    })()`);
    expect(tried).toEqual(['block', 'not run', 'EvalError']);
  });

  test('reaches no host: no fetch, picture, socket, beacon, event stream, worker, form or peer opens a connection', async () => {
    await inWindow(`(async () => {
      const address = 'http://127.0.0.1:${port}/';
      const tries = [
        () => fetch(address),
        () => fetch(address, { mode: 'no-cors' }),
        () => new Promise((resolve) => { const image = new Image(); image.onload = image.onerror = resolve; image.src = address; }),
        () => { new WebSocket('ws://127.0.0.1:${port}/'); },
        () => { new EventSource(address); },
        () => navigator.sendBeacon(address, 'x'),
        () => { new Worker(address); },
        () => import(address),
        () => { const frame = document.createElement('iframe'); frame.src = address; document.body.append(frame); },
        () => { const link = document.createElement('link'); link.rel = 'preconnect'; link.href = address; document.head.append(link); },
        () => { const link = document.createElement('link'); link.rel = 'stylesheet'; link.href = address; document.head.append(link); },
        () => { const form = document.createElement('form'); form.action = address; document.body.append(form); form.submit(); },
        async () => {
          const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:${port}' }] });
          peer.createDataChannel('x');
          await peer.setLocalDescription(await peer.createOffer());
        },
      ];
      for (const attempt of tries) { try { await attempt(); } catch {} }
    })()`);
    await desk.page.waitForTimeout(1_500);
    expect(knocks).toBe(0);
  });

  test('the session turns a request away even where no policy stands before it', async () => {
    const answer = await desk.application.evaluate(
      ({ session }, address) =>
        session.defaultSession.fetch(address).then(
          () => 'reached',
          (error: unknown) => String(error),
        ),
      `http://127.0.0.1:${port}/`,
    );
    expect(answer).toContain('ERR_BLOCKED_BY_CLIENT');
    expect(knocks).toBe(0);
  });

  test('stays on its own page: no navigation and no window to anywhere', async () => {
    const before = desk.page.url();
    await inWindow(`(() => {
      const opened = [window.open('https://example.org/'), window.open('app://desk/index.html'), window.open('about:blank')];
      location.href = 'https://example.org/';
      const link = document.createElement('a');
      link.href = 'file:///etc/passwd';
      link.target = '_blank';
      document.body.append(link);
      link.click();
      return opened;
    })()`);
    await desk.page.waitForTimeout(500);
    expect([desk.page.url(), desk.application.windows().length]).toEqual([before, 1]);
  });

  test('gets no permission, whatever it asks for', async () => {
    const answers = await inWindow(`Promise.all([
      Notification.requestPermission(),
      navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state),
      navigator.mediaDevices.getUserMedia({ audio: true }).then(() => 'granted', (error) => error.name),
      navigator.clipboard.readText().then(() => 'granted', (error) => error.name),
    ])`);
    expect(answers).toEqual(['denied', 'denied', expect.stringMatching(/NotAllowed|NotFound/u), 'NotAllowedError']);
  });

  test('the files of the program are all it can read by their address', async () => {
    const answers =
      await inWindow(`Promise.all(['app://desk/../main/main.js', 'app://desk/%2e%2e/main/main.js', 'file:///etc/passwd'].map((address) =>
      fetch(address).then(({ status }) => status, () => 'refused')))`);
    expect(answers).toEqual([404, 404, 'refused']);
  });

  test('desktop calls that are not declared, or not as declared, are refused', async () => {
    const answers = await inWindow(`Promise.all([
      desktopBridge.call('openPath', { path: '/' }),
      desktopBridge.call('constructor', {}),
      desktopBridge.call('showInFolder', { path: 7 }),
      desktopBridge.call('chooseTarget', { title: '', fileName: '', type: 'workbook' }),
    ].map((call) => call.then(() => 'answered', (error) => /refused: ([a-z ]+)/.exec(error.message)?.[1])))`);
    expect(answers).toEqual(['no such call', 'no such call', 'not the input of this call', 'not the input of this call']);
  });

  test('the window itself is answered over a port it sends', async () => {
    const heard = await inWindow<string>(`new Promise((resolve) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = ({ data }) => resolve(String(data));
      window.postMessage('connect-desk', location.origin, [channel.port2]);
      channel.port1.postMessage(${JSON.stringify(sessionCall)});
    })`);
    expect(heard).toContain('区教育局');
  });

  test('a port sent by another page is not passed on, and its desktop calls are refused', async () => {
    // A page with a preload of its own, so that only the main process stands between it and the register.
    const folder = mkdtempSync(join(tmpdir(), 'mingshi-stranger-'));
    writeFileSync(
      join(folder, 'preload.cjs'),
      `const { ipcRenderer } = require('electron');
       window.addEventListener('message', async ({ data }) => {
         if (data !== 'go') return;
         const channel = new MessageChannel();
         let heard = 'nothing';
         channel.port1.onmessage = ({ data }) => { heard = String(data); };
         ipcRenderer.postMessage('connect-desk', null, [channel.port2]);
         channel.port1.postMessage(${JSON.stringify(sessionCall)});
         const call = await ipcRenderer.invoke('desktop', 'showInFolder', { path: '/' }).then(() => 'answered', (error) => error.message);
         setTimeout(() => { document.title = JSON.stringify({ heard, call }); }, 800);
       });`,
    );
    const title = await desk.application.evaluate(
      async ({ BrowserWindow }, preload) => {
        const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
        await stranger.loadURL('data:text/html,<title>stranger</title>');
        const titled = new Promise<string>((resolve) => stranger.webContents.once('page-title-updated', (_event, text) => resolve(text)));
        await stranger.webContents.executeJavaScript(`window.postMessage('go', '*')`);
        const text = await titled;
        stranger.destroy();
        return text;
      },
      join(folder, 'preload.cjs'),
    );
    rmSync(folder, { recursive: true });
    expect(JSON.parse(title)).toEqual({
      heard: 'nothing',
      call: expect.stringContaining('refused: not the window of this program') as string,
    });
  });

  test('the preload gives a page of another origin nothing at all', async () => {
    const found = await desk.application.evaluate(
      async ({ BrowserWindow }, preload) => {
        const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true, contextIsolation: true } });
        await stranger.loadURL('data:text/html,<title>stranger</title>');
        const script = `(async () => {
        const channel = new MessageChannel();
        let heard = 'nothing';
        channel.port1.onmessage = () => { heard = 'something'; };
        window.postMessage('connect-desk', '*', [channel.port2]);
        channel.port1.postMessage('x');
        await new Promise((resolve) => setTimeout(resolve, 500));
        return [typeof window.desktopBridge, heard];
      })()`;
        const answer = (await stranger.webContents.executeJavaScript(script)) as unknown;
        stranger.destroy();
        return answer;
      },
      join(repository, 'dist', 'preload', 'preload.cjs'),
    );
    expect(found).toEqual(['undefined', 'nothing']);
  });

  test('the window still works after all of that', async () => {
    await inWindow(`(async () => {
      location.hash = '#/measures';
      while (!document.body.innerText.includes('各条规定的数值')) await new Promise((resolve) => setTimeout(resolve, 50));
    })()`);
    expect(desk.application.windows()).toHaveLength(1);
  });
});

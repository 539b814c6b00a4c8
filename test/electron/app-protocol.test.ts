import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppProtocol, appProtocol } from '../../electron/app-protocol.ts';

let folder: string;
let serve: AppProtocol;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingshi-protocol-'));
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await mkdir(join(folder, 'renderer', 'assets'), { recursive: true });
  await writeFile(join(folder, 'renderer', 'index.html'), '<meta name="csp-nonce" content="%CSP_NONCE%" />');
  await writeFile(join(folder, 'renderer', 'assets', 'index.js'), 'const nonce = "%CSP_NONCE%";');
  serve = appProtocol(join(folder, 'renderer'));
  await writeFile(join(folder, 'renderer', 'later.js'), 'late');
});

afterAll(() => rm(folder, { recursive: true }));

async function get(address: string, init?: RequestInit) {
  const response = await serve(new Request(address, init));
  return { status: response.status, text: await response.text(), policy: response.headers.get('Content-Security-Policy') ?? '' };
}

test('serves the files that were built, scripts as they are', async () => {
  expect(await get('app://desk/assets/index.js')).toMatchObject({ status: 200, text: 'const nonce = "%CSP_NONCE%";' });
});

test('the page carries the nonce of its own header, another at every load', async () => {
  const [first, second] = [await get('app://desk/index.html'), await get('app://desk/index.html')];
  const nonceOf = (policy: string): string | undefined => /'nonce-([^']+)'/u.exec(policy)?.[1];
  expect(first.text).toBe(`<meta name="csp-nonce" content="${nonceOf(first.policy)}" />`);
  expect(nonceOf(second.policy)).not.toBe(nonceOf(first.policy));
});

test('every answer forbids inline code, evaluated code and everything of others', async () => {
  const policies = [(await get('app://desk/index.html')).policy, (await get('app://desk/none')).policy];
  for (const policy of policies) {
    expect(policy).not.toMatch(/unsafe-(inline|eval|hashes)|https?:|\*/u);
    expect(policy).toMatch(/^default-src 'none'; script-src 'self';/u);
  }
});

test.each([
  'app://desk/',
  'app://desk/../secret.txt',
  'app://desk/..%2fsecret.txt',
  'app://desk/assets/..%5c..%5c..%5csecret.txt',
  'app://desk/%2e%2e/secret.txt',
  'app://desk//index.html',
  'app://desk/INDEX.HTML',
  'app://desk/later.js',
  'app://elsewhere/index.html',
])('finds nothing at %s', async (address) => {
  expect(await get(address)).toMatchObject({ status: 404, text: '' });
});

test('answers nothing but a plain request', async () => {
  expect((await get('app://desk/index.html', { method: 'POST', body: 'x' })).status).toBe(404);
});

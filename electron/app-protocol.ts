import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { appOrigin } from './app-origin.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';

/** In index.html, replaced at every load. */
const noncePlaceholder = '%CSP_NONCE%';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Answers requests of the window for the program's own files. */
export type AppProtocol = (request: Request) => Promise<Response>;

/**
 * Serves `app://desk/…` from a list of the files that were built, made once: an address outside the list is not found, whatever
 * it spells. The page gets a new nonce at every load, in its header and in itself.
 */
export function appProtocol(folder: string): AppProtocol {
  const files = allowedFiles(folder);
  return async (request) => {
    const url = new URL(request.url);
    const path = files.get(url.pathname);
    if (request.method !== 'GET' || `${url.protocol}//${url.host}` !== appOrigin || path === undefined) {
      return new Response('', { status: 404, headers: headersFor('.txt', newNonce()) });
    }
    const nonce = newNonce();
    const content = await readFile(path);
    const body = extname(path) === '.html' ? content.toString('utf8').replaceAll(noncePlaceholder, nonce) : new Uint8Array(content);
    return new Response(body, { headers: headersFor(extname(path), nonce) });
  };
}

function newNonce(): string {
  return randomBytes(16).toString('base64');
}

function headersFor(extension: string, nonce: string): Record<string, string> {
  return {
    'Content-Type': contentTypes[extension] ?? 'application/octet-stream',
    'Content-Security-Policy': contentSecurityPolicy(nonce),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
  };
}

/** Paths of addresses, such as `/assets/index-1a2b.js`, with the files behind them. */
function allowedFiles(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [`/${relative(folder, path).split(sep).join('/')}`, path];
    }),
  );
}

import { MessageChannel } from 'node:worker_threads';
import { createORPCClient, ORPCError } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { MessagePortMain } from 'electron';
import { expect, onTestFinished, test } from 'vitest';
import { answerOnPorts } from '../../electron/answer-on-ports.ts';
import { Refusal } from '../../policy/refusal.ts';
import { contract, type Workflow } from '../../workflow/contract/contract.ts';
import { inputNames } from '../../workflow/contract/input-names.ts';

/** A client of a workflow over a real pair of ports, and what was written down as faults. */
function connected(workflow: Promise<Workflow> | Partial<Workflow>) {
  const { port1, port2 } = new MessageChannel();
  const faults: { where: string; fault: unknown }[] = [];
  const answer = answerOnPorts({
    workflow: Promise.resolve(workflow) as Promise<Workflow>,
    logFault: (where, fault) => {
      faults.push({ where, fault });
      return '/数据/logs/desk.log';
    },
  });
  // A port of Electron's main process differs from Node's in that its message comes in an event.
  const hear = (event: 'message' | 'close', heard: (event: { data: unknown }) => void) =>
    port1.on(event, (data: unknown) => heard({ data }));
  answer({ on: hear, postMessage: port1.postMessage.bind(port1), start: () => port1.start() } as unknown as MessagePortMain);
  const client = createORPCClient(
    new RPCLink({ port: { addEventListener: port2.addEventListener.bind(port2), postMessage: port2.postMessage.bind(port2) } as never }),
  ) as unknown as Workflow;
  port2.start();
  onTestFinished(() => port1.close());
  return { client, faults };
}

async function failureOf(call: Promise<unknown>): Promise<{ code: string; message: string }> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ORPCError)) throw new Error('the call did not fail as expected', { cause: error });
  return { code: String(error.code), message: error.message };
}

test('a call reaches the function of its name with its defaults filled in, and the answer comes back', async () => {
  const { client } = connected({ listDuties: async ({ days }) => [{ duty: `${days}`, studio: null, due: '', article: '', action: '' }] });
  expect(await client.listDuties({})).toEqual([{ duty: '30', studio: null, due: '', article: '', action: '' }]);
});

test('a refusal arrives word for word and is no fault', async () => {
  const refusal = new Refusal('无法受理：领办人超龄。', { article: 5, item: 4 });
  const { client, faults } = connected({ session: async () => Promise.reject(refusal) });
  expect(await failureOf(client.session({}))).toEqual({ code: 'REFUSED', message: '无法受理：领办人超龄。（《办法》第五条第四项）' });
  expect(faults).toEqual([]);
});

test('anything else is written down, and people learn where and nothing of its inside', async () => {
  const fault = new Error('SQLITE_CORRUPT: secret detail');
  const { client, faults } = connected({ session: async () => Promise.reject(fault) });
  const failure = await failureOf(client.session({}));
  expect(failure.message).toMatch(/^无法完成这一步：程序内部出错。.*\/数据\/logs\/desk\.log$/u);
  expect(JSON.stringify(failure)).not.toContain('secret');
  expect(faults).toEqual([{ where: 'session', fault }]);
});

test('input that is not of the contract never reaches the workflow', async () => {
  let reached = false;
  const { client } = connected({
    undoImport: async () => {
      reached = true;
      return { number: 1, message: '' };
    },
  });
  const failure = await failureOf(client.undoImport({ number: '一' as unknown as number }));
  expect(failure).toMatchObject({
    code: 'REFUSED',
    message: '无法完成这一步：填写的内容不合要求（号码：不合要求）。请改正后再试。',
  });
  expect(reached).toBe(false);
});

test('what will not do is named as people call it, with what the contract says of it', async () => {
  const { client } = connected({});
  const given = { copyTo: ['区委办公室', ''], reclaimAccount: { holder: '区财政局', bank: '某银行', number: '一二三' } };
  expect((await failureOf(client.changeDocumentSettings(given))).message).toBe(
    '无法完成这一步：填写的内容不合要求（抄送第2项：不能为空；收回资金的账户号码：账号只写数字）。请改正后再试。',
  );
});

test('everything a call takes has a name in Chinese', () => {
  const keys = new Set<string>();
  const walk = (schema: unknown): void => {
    if (Array.isArray(schema)) return schema.forEach(walk);
    if (typeof schema !== 'object' || schema === null || !('def' in schema)) return;
    const { shape = {}, ...def } = schema.def as Readonly<Record<string, unknown>>;
    for (const [key, value] of Object.entries(shape as object)) {
      keys.add(key);
      walk(value);
    }
    for (const part of ['innerType', 'element', 'valueType', 'in', 'out', 'options']) walk(def[part]);
  };
  for (const { input } of Object.values(contract)) walk(input);
  expect([...keys].toSorted()).toEqual(Object.keys(inputNames).toSorted());
});

test('a name that is no route is not found, whatever objects carry', async () => {
  const { client } = connected({});
  const unknown = client as unknown as Readonly<Record<string, Workflow['session']>>;
  const codes = ['close', 'constructor', 'hasOwnProperty'].map(
    async (name) => (await failureOf((unknown[name] ?? client.session)({}))).code,
  );
  expect(await Promise.all(codes)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
});

test('a register that could not be opened says why to every call', async () => {
  const opening = Promise.reject<Workflow>(new Refusal('无法打开登记库：它由更新的程序写成。'));
  opening.catch(() => undefined);
  const { client } = connected(opening);
  expect((await failureOf(client.session({}))).message).toBe('无法打开登记库：它由更新的程序写成。');
});

import { ORPCError, os } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import type { MessagePortMain } from 'electron';
import { contract, type RouteName, type Workflow } from '../workflow/contract/contract.ts';
import { inputName } from '../workflow/contract/input-names.ts';
import { Refusal } from '../workflow/contract/refusal.ts';

/** What answering a call takes besides the contract. */
interface Answering {
  /** The workflow, once the register is open. Its rejection answers every call. */
  readonly workflow: Promise<Workflow>;
  /** Writes a fault down and returns the log's path. */
  readonly logFault: (where: string, fault: unknown) => string;
}

/** Documents travel as base64: a message is text. The window's side undoes it under the same number. */
const bytesAsText = {
  type: 20,
  condition: (data: unknown): boolean => data instanceof Uint8Array,
  serialize: (data: Uint8Array): string => Buffer.from(data).toString('base64'),
  deserialize: (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64')),
};

/**
 * Answers every route of the contract on the ports it is given. With the window's `desk-client.ts` the only file that knows the
 * transport: the contract itself says nothing of it.
 */
export function answerOnPorts(answering: Answering): (port: MessagePortMain) => void {
  const names = Object.keys(contract) as RouteName[];
  const router = Object.fromEntries(names.map((name) => [name, os.handler(({ input }) => answer(name, input, answering))]));
  const handler = new RPCHandler(router, { customJsonSerializers: [bytesAsText] });
  return (port) => {
    handler.upgrade(port);
    port.start();
  };
}

/** One call: its input checked, the function of the same name called, what it refuses passed on, what goes wrong written down. */
async function answer(name: RouteName, input: unknown, { workflow, logFault }: Answering): Promise<unknown> {
  // What the contract does not say in Chinese itself is said in general: the words of the checking library are no words for people.
  const checked = contract[name].input.safeParse(input, { error: () => '不合要求' });
  if (!checked.success) {
    const faults = checked.error.issues.map(({ path, message }) => (path.length === 0 ? message : `${inputName(path)}：${message}`));
    throw new ORPCError('REFUSED', { message: `无法完成这一步：填写的内容不合要求（${faults.join('；')}）。请改正后再试。` });
  }
  try {
    // The input was checked against the very route it goes to, so one signature stands for all.
    const run = (await workflow)[name] as (input: unknown) => Promise<unknown>;
    return await run(checked.data);
  } catch (error) {
    if (error instanceof Refusal) throw new ORPCError('REFUSED', { message: error.message, cause: error });
    const log = logFault(name, error);
    const message = `无法完成这一步：程序内部出错。请再试一次；仍然不行，请把日志文件交给技术人员：${log}`;
    throw new ORPCError('FAULT', { message, cause: error });
  }
}

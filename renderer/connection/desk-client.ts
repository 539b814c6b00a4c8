import { createORPCClient, ORPCError } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { InputOf, OutputOf, RouteName, Workflow } from '../../workflow/contract/contract.ts';
import { onDeskState } from './desktop-bridge.ts';

/** Documents travel as base64, under the number the other side gave it. */
const bytesAsText = {
  type: 20,
  condition: (data: unknown): boolean => data instanceof Uint8Array,
  serialize: (data: Uint8Array): string => btoa(Array.from(data, (byte) => String.fromCharCode(byte)).join('')),
  deserialize: (text: string): Uint8Array => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)),
};

const interrupted = '无法完成这一步：登记库进程刚刚停止，这一步没有写入。请在它重新启动后重做。';

/** One port to the process that owns the register, and what ends the calls that are under way when it is lost. */
interface Connection {
  readonly workflow: Workflow;
  readonly lost: Promise<never>;
  readonly lose: () => void;
}

let connection = connect();

onDeskState(({ state }) => {
  connection.lose();
  if (state === 'running') connection = connect();
});

/** Makes a channel and asks the preload to hand its other end on. The only message of the window that is not a call of a contract. */
function connect(): Connection {
  const { port1: ours, port2: theirs } = new MessageChannel();
  const { promise: lost, reject } = Promise.withResolvers<never>();
  // Whoever has a call under way hears of it; without one, nobody needs to.
  lost.catch(() => undefined);
  const lose = (): void => reject(new Error(interrupted));
  ours.addEventListener('close', lose);
  window.postMessage('connect-desk', window.location.origin, [theirs]);
  const link = new RPCLink({ port: ours, customJsonSerializers: [bytesAsText] });
  ours.start();
  return { workflow: createORPCClient(link) as unknown as Workflow, lost, lose };
}

/**
 * Calls a route of the contract in the process that owns the register. With `answer-on-ports.ts` on the other side the only file
 * that knows the transport. Throws an Error whose message is Chinese and made for people.
 */
export async function ask<Name extends RouteName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>> {
  const { workflow, lost } = connection;
  const call = workflow[name] as (input: InputOf<Name>) => Promise<OutputOf<Name>>;
  try {
    return await Promise.race([call(input), lost]);
  } catch (error) {
    if (error instanceof ORPCError && (error.code === 'REFUSED' || error.code === 'FAULT'))
      throw new Error(error.message, { cause: error });
    if (error instanceof Error && error.message === interrupted) throw error;
    throw new Error(`无法完成这一步：与登记库进程的通信出错（${String(error)}）。请重新打开程序再试。`, { cause: error });
  }
}

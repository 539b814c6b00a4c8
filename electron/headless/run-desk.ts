import { resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { plainDateSchema } from '../../workflow/contract/fields.ts';
import { Refusal } from '../../workflow/contract/refusal.ts';
import { openWorkflow } from '../../workflow/service.ts';
import { dayOfClock } from '../day-of-clock.ts';
import { faultLogPath, logFault } from '../fault-log.ts';
import { usualDataFolder } from '../usual-data-folder.ts';
import { deskCommands } from './commands/desk-commands.ts';
import type { DeskArguments, DeskCommand, DeskOption } from './desk-command.ts';
import { commandHelp, commonOptions, overview } from './help.ts';
import { UsageError } from './usage-error.ts';

const sampleWorkbook = fileURLToPath(
  new URL('../../exchange/sample/2026年武昌区教育系统名师工作室申报汇总表（样例）.xlsx', import.meta.url),
);

/** Where answers and reasons go. */
export interface DeskOutputs {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

function parserOptions(options: Readonly<Record<string, DeskOption>>) {
  return Object.fromEntries(
    Object.entries(options).map(([name, { value }]) => [
      name,
      value === undefined ? ({ type: 'boolean', multiple: true } as const) : ({ type: 'string', multiple: true } as const),
    ]),
  );
}

/** Splits the command line. Throws UsageError for an option that is unknown or lacks its value. */
function readArguments(line: readonly string[]): { readonly command: DeskCommand | undefined; readonly given: DeskArguments } {
  const everyOption = Object.assign({}, commonOptions, ...deskCommands.map(({ options }) => options)) as Readonly<
    Record<string, DeskOption>
  >;
  const parsed = parsedLine(line, everyOption);
  const [name, ...words] = parsed.positionals;
  const command = deskCommands.find((candidate) => candidate.name === name);
  if (name !== undefined && command === undefined) {
    throw new UsageError(`没有「${name}」这个命令。可用的有 ${deskCommands.map((each) => each.name).join('、')}。`);
  }
  const known = { ...commonOptions, ...command?.options };
  const foreign = Object.keys(parsed.values).filter((option) => !Object.hasOwn(known, option));
  if (command !== undefined && foreign.length > 0) {
    throw new UsageError(`desk ${command.name} 没有选项 ${foreign.map((option) => `--${option}`).join('、')}。`);
  }
  const all = (option: string): readonly string[] => (parsed.values[option] ?? []).filter((value) => typeof value === 'string');
  return { command, given: { words, all, text: (option) => all(option).at(-1), flag: (option) => parsed.values[option]?.at(-1) === true } };
}

function parsedLine(line: readonly string[], options: Readonly<Record<string, DeskOption>>) {
  try {
    return parseArgs({ args: [...line], options: parserOptions(options), allowPositionals: true });
  } catch (error) {
    const option = error instanceof Error ? /'(-[^' ]*)/.exec(error.message)?.[1] : undefined;
    throw Object.assign(new UsageError(`选项 ${option ?? ''} 不存在，或缺少它的内容。`), { cause: error });
  }
}

function dayOf(text: string | undefined) {
  if (text === undefined) return undefined;
  const day = plainDateSchema.safeParse(text);
  if (!day.success) throw new UsageError(`日期「${text}」不存在或写法不对，应写成 --today 2026-08-10 的样子。`);
  return day.data;
}

async function perform(command: DeskCommand, given: DeskArguments, dataFolder: string, outputs: DeskOutputs): Promise<number> {
  const seat = given.text('seat');
  let today = dayOf(given.text('today') ?? process.env['MINGSHI_TODAY']);
  const place = {
    sampleWorkbook,
    moveTo(day: string) {
      today = dayOf(day);
    },
  };
  const opened = openWorkflow({
    dataFolder,
    sampleWorkbook,
    today: () => today ?? dayOfClock(new Date()),
    now: () => new Date().toISOString(),
    ...(seat === undefined ? {} : { seat }),
  });
  const { workflow } = opened;
  try {
    if (given.flag('help')) {
      const more = command.more === undefined ? '' : `\n\n${await command.more(workflow, given.words)}`;
      outputs.stdout.write(`${commandHelp(command)}${more}\n`);
      return 0;
    }
    // Whoever names the seat has answered the one question of a first start.
    if (command.needsRegister && seat !== undefined && !(await workflow.session({})).initialised) await workflow.initialise({ seat });
    const { json, text, blocked } = await command.run(workflow, given, place);
    const said = given.flag('json') ? JSON.stringify(json, null, 2) : text;
    if (said !== '') outputs.stdout.write(`${said}\n`);
    if (blocked === undefined) return 0;
    outputs.stderr.write(`${blocked}\n`);
    return 1;
  } finally {
    opened.close();
  }
}

/** Runs one command line (without the program's own name). Returns the exit code: 0 done, 1 refused, 2 wrong usage, 3 a fault. */
export async function runDesk(line: readonly string[], outputs: DeskOutputs = process): Promise<number> {
  let dataFolder = usualDataFolder(process.platform, process.env);
  try {
    const { command, given } = readArguments(line);
    dataFolder = resolve(given.text('data') ?? process.env['MINGSHI_DATA'] ?? dataFolder);
    if (command === undefined) {
      outputs.stdout.write(`${overview(deskCommands)}\n`);
      return given.flag('help') ? 0 : 2;
    }
    if (command.ownFolder !== undefined && !given.flag('help')) dataFolder = command.ownFolder(given);
    return await perform(command, given, dataFolder, outputs);
  } catch (error) {
    if (error instanceof UsageError) {
      outputs.stderr.write(`${error.message}\n用法见 desk --help。\n`);
      return 2;
    }
    if (error instanceof Refusal) {
      outputs.stderr.write(`${error.message}\n`);
      return 1;
    }
    const log = faultLogPath(dataFolder);
    logFault(log, new Date().toISOString(), `desk ${line.join(' ')}`, error);
    outputs.stderr.write(`程序内部故障，已记入 ${log}。登记库保持故障前的样子；请把日志交给维护人员。\n`);
    return 3;
  }
}

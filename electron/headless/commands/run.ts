import type { CommandDescription } from '../../../workflow/contract/command.ts';
import { Refusal } from '../../../workflow/contract/refusal.ts';
import type { DeskCommand } from '../desk-command.ts';
import { findStudio } from '../find-studio.ts';
import { UsageError } from '../usage-error.ts';

/** What stands after the key of an answer that is given code by code. */
const codesOf: Partial<Record<CommandDescription['fields'][number]['kind'], string>> = {
  'per-task-number': '.任务编号',
  'per-task-text': '.任务编号',
  'per-criterion-number': '.指标编号',
  'per-criterion-text': '.指标编号',
};

/** What is written after `--set` for a field: `reason`, `score.指标编号`. */
function settingOf({ key, kind }: CommandDescription['fields'][number]): string {
  return `${key}${codesOf[kind] ?? ''}`;
}

/** Which article, who, and whether a studio is named. */
function circumstances({ article, who, scope }: CommandDescription): string {
  return `${article}；${who}${scope === 'desk' ? '；不写 --studio' : ''}`;
}

/** One thing an act asks for: how it is set, what it is called, what it may be. */
function fieldLine(field: CommandDescription['fields'][number]): string {
  const { label, required, hint, choices } = field;
  const options = choices.length === 0 ? '' : `：${choices.map((choice) => `${choice.value}（${choice.label}）`).join('、')}`;
  return `    --set ${settingOf(field)}=…　${label}${required ? '（必填）' : ''}${options}${hint === '' ? '' : `　${hint}`}`;
}

/** One act with all it asks for, field by field. */
function described(command: CommandDescription): string {
  const { name, title, summary, fields } = command;
  return [`  ${name}　${title}（${circumstances(command)}）`, `    ${summary}`, ...fields.map(fieldLine)].join('\n');
}

/**
 * A refusal as the command line tells it. Its sentence calls fields and acts what people call them, in the window and here alike; only
 * here must they be typed, so how each it speaks of is written comes after it.
 */
function refusalWithKeys(refusal: Refusal, asked: CommandDescription, commands: readonly CommandDescription[]): Refusal {
  const speaksOf = (name: string): boolean => refusal.message.includes(`「${name}」`);
  const fields = asked.fields.filter(({ label }) => speaksOf(label)).map(fieldLine);
  const acts = commands
    .filter(({ name, title }) => name !== asked.name && speaksOf(title))
    .map(({ name, title }) => `    desk run ${name}　${title}`);
  return Object.assign(new Refusal([refusal.message, ...fields, ...acts].join('\n')), { cause: refusal });
}

/** One act in a line: the fields it needs, those it may do without in brackets. */
function inOneLine(command: CommandDescription): string {
  const needed = command.fields.filter(({ required }) => required).map(settingOf);
  const free = command.fields.filter(({ required }) => !required).map((field) => `[${settingOf(field)}]`);
  const fields = [...needed, ...free].join(' ');
  return `  ${command.name}　${command.title}（${circumstances(command)}）　${fields === '' ? '无须填写' : fields}`;
}

/** Every act in a line, article by article, those of one article in the order of a studio's life. */
function everyAct(commands: readonly CommandDescription[]): string {
  const groups = [...Map.groupBy(commands, ({ articleNumber }) => articleNumber)]
    .toSorted(([left], [right]) => left - right)
    .map(([, acts]) => [`《办法》${/^第.+?条/u.exec(acts[0]?.article ?? '')?.[0] ?? ''}`, ...acts.map(inOneLine)].join('\n'));
  return [
    '可办理的事项，每行为：事项　名称（条款；由谁办理）　要填的项目，方括号内的可以不填。',
    '各项目的含义见 desk run 事项 --help。',
    ...groups,
  ].join('\n');
}

/** `a=1`, `target.2-1=600` as nested answers. */
function answersOf(settings: readonly string[]): Record<string, unknown> {
  const answers: Record<string, unknown> = {};
  for (const setting of settings) {
    const match = /^([^=.]+)(?:\.([^=]+))?=(.*)$/su.exec(setting);
    if (match === null) throw new UsageError(`「--set ${setting}」应写成 --set 项目=内容，例如 --set reason=材料不全。`);
    const [, key = '', task, value = ''] = match;
    if (task === undefined) answers[key] = value;
    else answers[key] = { ...(answers[key] as Record<string, string> | undefined), [task]: value };
  }
  return answers;
}

/** Runs any act of the workflow, on one studio or on the desk as a whole. */
export const run: DeskCommand = {
  name: 'run',
  usage: '事项 [--studio 名称] [--set 项目=内容 …]',
  summary: '办理一个事项，如受理、退回、考察、命名。desk run --help 列出全部事项，desk run 事项 --help 说明要填的项目。',
  needsRegister: true,
  options: {
    studio: { value: '名称', help: '办理哪个工作室；不针对某个工作室的事项不写' },
    set: { value: '项目=内容', repeated: true, help: '填写一项' },
  },
  async more(workflow, words) {
    const commands = await workflow.listCommands({});
    const [name] = words;
    if (name === undefined) return everyAct(commands);
    const wanted = commands.find((command) => command.name === name);
    if (wanted === undefined) throw new UsageError(`没有「${name}」这个事项。全部事项见 desk run --help。`);
    return described(wanted);
  },
  async run(workflow, given) {
    const [command] = given.words;
    const name = given.text('studio');
    if (command === undefined) throw new UsageError('缺少事项，例如 desk run accept --studio 名称。全部事项见 desk run --help。');
    const commands = await workflow.listCommands({});
    const asked = commands.find((each) => each.name === command);
    if (asked?.scope !== 'desk' && name === undefined) throw new UsageError('缺少 --studio 名称。');
    const studio = name === undefined ? {} : { studioId: (await findStudio(workflow, name)).id };
    const outcome = await workflow.runCommand({ command, ...studio, answers: answersOf(given.all('set')) }).catch((error: unknown) => {
      throw error instanceof Refusal && asked !== undefined ? refusalWithKeys(error, asked, commands) : error;
    });
    return { json: outcome, text: [outcome.message, ...outcome.warnings.map((warning) => `  提示：${warning}`)].join('\n') };
  },
};

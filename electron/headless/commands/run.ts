import type { CommandDescription } from '../../../workflow/contract/command.ts';
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

function described({ name, title, scope, article, who, summary, fields }: CommandDescription): string {
  const lines = fields.map(({ key, label, required, hint, choices, kind }) => {
    const set = `${key}${codesOf[kind] ?? ''}`;
    const options = choices.length === 0 ? '' : `：${choices.map((choice) => `${choice.value}（${choice.label}）`).join('、')}`;
    return `    --set ${set}=…　${label}${required ? '（必填）' : ''}${options}${hint === '' ? '' : `　${hint}`}`;
  });
  return [`  ${name}　${title}（${article}；${who}${scope === 'desk' ? '；不写 --studio' : ''}）`, `    ${summary}`, ...lines].join('\n');
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
  summary: '办理一个事项，如受理、退回、考察、命名。desk run 事项 --help 列出要填的项目。',
  needsRegister: true,
  options: {
    studio: { value: '名称', help: '办理哪个工作室；不针对某个工作室的事项不写' },
    set: { value: '项目=内容', repeated: true, help: '填写一项' },
  },
  async more(workflow, words) {
    const commands = await workflow.listCommands({});
    const wanted = commands.filter(({ name }) => words[0] === undefined || words[0] === name);
    return `可办理的事项：\n${wanted.map(described).join('\n')}`;
  },
  async run(workflow, given) {
    const [command] = given.words;
    const name = given.text('studio');
    if (command === undefined) throw new UsageError('缺少事项，例如 desk run accept --studio 名称。全部事项见 desk run --help。');
    const asked = (await workflow.listCommands({})).find((each) => each.name === command);
    if (asked?.scope !== 'desk' && name === undefined) throw new UsageError('缺少 --studio 名称。');
    const studio = name === undefined ? {} : { studioId: (await findStudio(workflow, name)).id };
    const outcome = await workflow.runCommand({ command, ...studio, answers: answersOf(given.all('set')) });
    return { json: outcome, text: [outcome.message, ...outcome.warnings.map((warning) => `  提示：${warning}`)].join('\n') };
  },
};

import type { DeskCommand, DeskOption } from './desk-command.ts';

/** Options every command takes. */
export const commonOptions: Readonly<Record<string, DeskOption>> = {
  data: { value: '文件夹', help: '数据文件夹；不写则用 MINGSHI_DATA，再不然用本用户的文件夹' },
  seat: { value: '部门名称', help: '以哪个部门的身份办理；不写则用首次启动时选定的部门' },
  today: { value: 'YYYY-MM-DD', help: '按哪一天办理；不写为今天' },
  json: { help: '只在标准输出上输出 JSON，供其他程序读取' },
  help: { help: '显示帮助' },
};

function optionLines(options: Readonly<Record<string, DeskOption>>): string {
  return Object.entries(options)
    .map(([name, { value, help }]) => `  --${name}${value === undefined ? '' : ` ${value}`}　${help}`)
    .join('\n');
}

/** `desk --help`: everything there is. */
export function overview(commands: readonly DeskCommand[]): string {
  const lines = commands.map(({ name, usage, summary }) => `  desk ${name} ${usage}\n      ${summary}`);
  return [
    '名师工作室管理台（命令行）',
    '',
    '用法：desk 命令 [选项]，选项写在命令之前或之后均可。',
    '',
    ...lines,
    '',
    '共同选项：',
    optionLines(commonOptions),
    '',
    '退出码：0 完成；1 被拒绝，或有须处理的结论（原因在标准错误上）；2 用法不对；3 程序内部故障（附日志位置）。',
  ].join('\n');
}

/** `desk COMMAND --help`. */
export function commandHelp({ name, usage, summary, options }: DeskCommand): string {
  const own = Object.keys(options).length === 0 ? '' : `\n\n选项：\n${optionLines(options)}`;
  return `用法：desk ${name} ${usage}\n${summary}${own}\n\n共同选项：\n${optionLines(commonOptions)}`;
}

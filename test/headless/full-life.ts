import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repository } from '../machine/runtime-folder.ts';
import { fixture } from '../workflow/new-desk.ts';
import { life } from './life-steps.ts';
import { type DeskRun, runDesk } from './run-desk.ts';

/** Where the story is kept for people to read. */
export const storyPath = join(repository, 'docs/full-life.md');

/** A step that was taken, and what the desk answered. */
export interface TakenStep {
  readonly chapter: string;
  readonly day: string;
  readonly seat: string;
  readonly line: string;
  readonly run: DeskRun;
}

/** Takes every step on the register of a data folder, in order. */
export async function liveIn(folder: string): Promise<readonly TakenStep[]> {
  const taken: TakenStep[] = [];
  for (const { title: chapter, steps } of life) {
    for (const { day, seat, line } of steps) {
      const words = line.split(' ').map((word) => (word === '申报汇总表.xlsx' ? fixture : word));
      const run = await runDesk('--data', folder, '--seat', seat, '--today', day, ...words);
      taken.push({ chapter, day, seat, line, run });
    }
  }
  return taken;
}

/** Takes every step on a register that is then thrown away. */
export async function liveThrough(): Promise<readonly TakenStep[]> {
  const folder = mkdtempSync(join(tmpdir(), 'life-'));
  try {
    return await liveIn(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function answerOf({ stdout, stderr }: DeskRun): string {
  const lines = `${stdout}${stderr}`.trimEnd().split('\n');
  return (lines.length > 8 ? ['…', ...lines.slice(-1)] : lines).join('\n');
}

/** The story as Markdown: each line as typed, and the answer, of a long one the last line. */
export function storyOf(taken: readonly TakenStep[]): string {
  const chapters = [...Map.groupBy(taken, ({ chapter }) => chapter)].map(([chapter, steps]) => {
    const said = steps.map(({ day, seat, line, run }, index) => {
      const before = steps[index - 1];
      const heading = before?.day === day && before.seat === seat ? '' : `# ${day} ${seat}\n`;
      const answer = answerOf(run)
        .split('\n')
        .map((text) => `  ${text}`)
        .join('\n');
      return `${heading}$ desk ${line}\n${answer}`;
    });
    return `## ${chapter}\n\n\`\`\`text\n${said.join('\n')}\n\`\`\``;
  });
  return [
    '# 一家工作室的一生',
    '',
    '由 `node test/headless/full-life.ts` 逐行办理后写成，测试核对它是否与程序的答复一致。每一行都是经办人键入的命令，省去了 `--data`；`--today` 和 `--seat` 写在前面的注释里。答复太长的只留末行。被拒绝的几行是有意办错的。人物和单位均为虚构。',
    '',
    chapters.join('\n\n'),
    '',
  ].join('\n');
}

if (import.meta.main) writeFileSync(storyPath, storyOf(await liveThrough()));

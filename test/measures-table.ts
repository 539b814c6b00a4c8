import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { articleText } from '../policy/article.ts';
import { measuresOn } from '../policy/measures.ts';
import { parameters } from '../policy/parameters/all-parameters.ts';
import { plainDate } from '../policy/plain-date.ts';
import { type Provision, provisions } from '../policy/provisions.ts';
import { commands } from '../workflow/commands.ts';
import { repository } from './machine/runtime-folder.ts';

/** Where the table of provisions is kept. */
export const tablePath = join(repository, 'docs/measures.md');

/** What carries one provision: each list holds names a reader can look up. */
export interface ProvisionRow {
  readonly provision: Provision;
  readonly parameters: readonly string[];
  readonly rules: readonly string[];
  readonly commands: readonly string[];
  readonly tests: readonly string[];
}

interface Source {
  readonly path: string;
  readonly cites: ReadonlySet<string>;
}

/** Which provisions a file names: in words (第十九条第二款), or as `article(5, 4)` and `articleParagraph(19, 2)`. */
function citations(text: string): ReadonlySet<string> {
  const cited = new Set(text.match(/第[一二三四五六七八九十]+条(?:第[一二三四五六七八九十]+[款项])?/gu));
  for (const [, call, number, part] of text.matchAll(/\b(article|articleParagraph)\((\d+)(?:, (\d+))?\)/gu)) {
    const place = {
      article: Number(number),
      ...(part === undefined ? {} : call === 'article' ? { item: Number(part) } : { paragraph: Number(part) }),
    };
    cited.add(articleText(place));
  }
  return cited;
}

function sourcesBelow(folder: string): readonly Source[] {
  return readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file))
    .toSorted()
    .map((path) => ({ path, cites: citations(readFileSync(join(repository, path), 'utf8')) }));
}

/** A provision is also carried by what cites its whole article, when the article has but one idea: 第十八条 for 第十八条. */
function carriedBy(provision: Provision, sources: readonly Source[]): readonly string[] {
  const place = articleText(provision.place);
  return sources.filter(({ cites }) => cites.has(place)).map(({ path }) => path);
}

/** Each provision with its parameters, rules, commands and tests, read out of the code itself. */
export function provisionRows(): readonly ProvisionRow[] {
  const declared = /policy\/(?:parameters\/|provisions\.ts|article\.ts|shape\.ts)/;
  const rules = sourcesBelow('policy').filter(({ path }) => !declared.test(path));
  const tests = ['policy', 'workflow', 'db']
    .flatMap((room) => sourcesBelow(`test/${room}`))
    .filter(({ path }) => path.endsWith('.test.ts'));
  const { values } = measuresOn(plainDate('2014-10-10'));
  return provisions.map((provision) => {
    const place = articleText(provision.place);
    return {
      provision,
      parameters: Object.entries(values)
        .filter(([, { source }]) => articleText(source) === place)
        .map(([name]) => parameters[name as keyof typeof parameters].label),
      rules: carriedBy(provision, rules),
      commands: commands.filter((command) => articleText(command.article) === place).map(({ name, title }) => `${name} ${title}`),
      tests: carriedBy(provision, tests),
    };
  });
}

/** The table as Markdown. */
export function measuresTable(rows: readonly ProvisionRow[]): string {
  const cell = (names: readonly string[]) =>
    names.map((name) => (name.includes('/') ? `\`${name.split('/').slice(1).join('/')}\`` : name)).join('<br>');
  return [
    '# 《办法》逐条对照',
    '',
    '由 `npm run measures` 从代码生成，测试核对它是否最新。「规则」「测试」列出写明该条文的文件，「事项」列出以该条文为依据的办理事项。不作要求的条款没有内容。',
    '',
    '| 条文 | 内容 | 参数 | 规则（policy/） | 事项 | 测试（test/） |',
    '|---|---|---|---|---|---|',
    ...rows.map(({ provision, ...row }) =>
      ['', articleText(provision.place), provision.subject, ...[row.parameters, row.rules, row.commands, row.tests].map(cell), '']
        .join(' | ')
        .trim(),
    ),
    '',
  ].join('\n');
}

if (import.meta.main) writeFileSync(tablePath, measuresTable(provisionRows()));

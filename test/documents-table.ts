import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type DocumentKindId, documentKindIds, documentKinds } from '../templates/document-kinds.ts';
import { renderPages } from './machine/render-pages.ts';
import { repository } from './machine/runtime-folder.ts';
import { type Measurement, measurements } from './templates/conformity.ts';
import { type DrawnSample, drawnSamples } from './templates/drawn-samples.ts';

/**
 * Writes docs/documents.md: what was measured on the samples of every kind of document against what GB/T 9704-2012 requires, and the pictures of one
 * sample of each kind. `npm run documents`.
 */
const folder = mkdtempSync(join(tmpdir(), 'documents-table-'));
try {
  const samples = await drawnSamples(folder);
  const kinds = documentKindIds.map((id) => section(id, samples));
  const text = [
    '# 文书与 GB/T 9704-2012：要求与实测',
    '',
    '由 `npm run documents` 生成：每种文书的各个样张由 LibreOffice 排成 PDF，逐页测量。「实测」是各页中最接近出格的一个。信函和表格另有测试（`test/templates/page-forms.test.ts`）。',
    '',
    ...kinds.flat(),
  ].join('\n');
  writeFileSync(join(repository, 'docs/documents.md'), text);
  await draw(samples);
} finally {
  rmSync(folder, { recursive: true });
}

function section(id: DocumentKindId, samples: readonly DrawnSample[]): string[] {
  const own = samples.filter((sample) => sample.id === id);
  const pages = own.map(({ name, drawing }) => `${name.slice(id.length + 1)} ${drawing.pages.length} 面`);
  const rows = Map.groupBy(
    own.flatMap(({ drawing }) => measurements(drawing)),
    ({ what, required }) => `${what}\n${what === '页码' || what === '署名' ? '' : required}`,
  );
  return [
    `## ${documentKinds[id].title}（${id}）`,
    '',
    `样张：${pages.join('、')}。`,
    '',
    '| 项目 | 要求 | 实测 | 处 | |',
    '|---|---|---|---|---|',
    ...[...rows.values()].map(row),
    '',
  ];
}

function row(found: readonly Measurement[]): string {
  const [first] = found;
  const worst = found.find(({ holds }) => !holds) ?? found.toSorted((one, other) => distance(other) - distance(one))[0];
  const same = found.every(({ required }) => required === first?.required);
  return `| ${first?.what} | ${same ? first?.required : '各页相应'} | ${same ? worst?.measured : '相符'} | ${found.length} | ${found.every(({ holds }) => holds) ? '✓' : '✗'} |`;
}

/** How near a measured length comes to breaking its requirement: of an edge nothing may pass, the nearest; of a place, the farthest. */
function distance({ required, measured }: Measurement): number {
  const [wanted, got] = [Number.parseFloat(required), Number.parseFloat(measured)];
  if (Number.isNaN(wanted) || Number.isNaN(got)) return 0;
  return required.endsWith('以内') ? -Math.abs(wanted - got) : Math.abs(wanted - got);
}

async function draw(samples: readonly DrawnSample[]): Promise<void> {
  const target = join(repository, 'docs/pictures/documents');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const { id, name } of samples.filter((sample) => sample.name.endsWith('-usual'))) {
    const drawn = join(folder, `pages-${id}`);
    mkdirSync(drawn);
    await renderPages(join(folder, `${name}.pdf`), drawn, 64);
    for (const file of readdirSync(drawn)) {
      const number = basename(file, '.png').split('-').at(-1) ?? '';
      copyFileSync(join(drawn, file), join(target, `${documentKinds[id].title}-${number}.png`));
    }
  }
}

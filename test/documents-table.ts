import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type DocumentKindId, documentKindIds, documentKinds } from '../templates/document-kinds.ts';
import { drawSmallPages } from './machine/draw-small-pages.ts';
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
    '由 `npm run documents` 生成：每种文书的各个样张由 LibreOffice 排成 PDF，逐页测量。「实测」是各页中最接近出格的一个。除通常的样张外，任务承诺书有 1、2、5 面的，授牌名单和牌匾制作清单有 1、22、23、300 家的，每种文书都有工作室名称自 2、16、30 字起、各不相同的。任务承诺书全文至少 4 面（各方的权利义务、考核和违约条款占去 3 面多）；要一面写完，在文书设置里选「简式」：条款依照《办法》，首签的八项法定任务恰好一面，资金来源多或续签时为两面。信函、表格的其他要求另有测试（`test/templates/page-forms.test.ts`、`forms.test.ts`）。',
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
  const measured = first?.what === '标题' ? [...new Set(found.map((each) => each.measured))].toSorted().join('、') : worst?.measured;
  return `| ${first?.what} | ${same ? first?.required : '各页相应'} | ${same ? measured : '相符'} | ${found.length} | ${found.every(({ holds }) => holds) ? '✓' : '✗'} |`;
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
    for (const page of await drawSmallPages(join(folder, `${name}.pdf`), drawn, 70)) {
      const number = basename(page, '.png').split('-').at(-1) ?? '';
      copyFileSync(page, join(target, `${documentKinds[id].title}-${number}.png`));
    }
  }
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainDateOf } from '../../policy/plain-date.ts';
import { Refusal } from '../../policy/refusal.ts';
import { type DocumentKindId, documentKindIds, documentKinds, makeDocument } from '../../templates/document-kinds.ts';
import type { Field, Fields, FieldType } from '../../templates/kit/fields.ts';
import { printedTexts } from './document-text.ts';
import { letter, notice } from './samples.ts';
import { samplesOfKinds } from './samples-of-kinds.ts';

type Raw = Record<string, unknown>;

const ids = documentKindIds;
const samples: Readonly<Record<DocumentKindId, Readonly<Record<string, unknown>>>> = samplesOfKinds;

/** What an empty cell, a failed look-up or an unfilled template leaves behind. */
const nothings = [undefined, null, '', ' ', '\u3000\n', Number.NaN];
const leftovers = ['undefined', 'null', 'NaN', '{{领办人}}', '每年undefined', 'NaN人次', '[object Object]'];

/** Makes a kind's document from an input no type has looked at. */
function makeRaw(id: DocumentKindId, raw: unknown): ReturnType<typeof makeDocument> {
  return makeDocument(id, raw as Parameters<typeof makeDocument<typeof id>>[1]);
}

/** Every field of a kind by its path, with one step into lists and records at a time. */
function pathsOf(fields: Fields, before: readonly string[] = []): { path: readonly string[]; field: Field<unknown> }[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const path = [...before, name];
    const inner = field.type === 'list' ? [...path, '0'] : path;
    return [{ path, field }, ...(field.fields === undefined ? [] : pathsOf(field.fields, inner))];
  });
}

/** A deep copy of a sample with one value replaced. */
function replaced(sample: unknown, path: readonly string[], value: unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  if (Array.isArray(sample)) {
    return (sample as readonly unknown[]).map((item, index) => (String(index) === name ? replaced(item, rest, value) : item));
  }
  const from = (sample ?? {}) as Raw;
  return { ...from, [name]: replaced(from[name], rest, value) };
}

function has(sample: unknown, path: readonly string[]): boolean {
  return path.reduce<unknown>((value, name) => (value as Raw | undefined)?.[name], sample) !== undefined;
}

function lengthAt(sample: unknown, path: readonly string[]): number {
  const value = path.reduce<unknown>((at, name) => (at as Raw | undefined)?.[name], sample);
  return Array.isArray(value) ? value.length : 0;
}

async function outcome(making: Promise<{ bytes: Uint8Array }>): Promise<string | Uint8Array> {
  try {
    return (await making).bytes;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

const holes = ids.flatMap((id) =>
  pathsOf(documentKinds[id].fields).flatMap(({ path, field }) => {
    const sample = Object.values(samples[id]).find((candidate) => has(candidate, path)) ?? samples[id]['usual'];
    return field.optional ? [] : [{ id, path, field, sample, name: `${id} ${path.join('.')} (${field.label})` }];
  }),
);

test.each(holes)('a hole in $name refuses the document and names the field', async ({ id, path, field, sample }) => {
  for (const hole of nothings) {
    const message = await outcome(makeRaw(id, replaced(sample, path, hole)));
    expect(message).toEqual(
      expect.stringMatching(new RegExp(`^无法生成《${documentKinds[id].title}》.*缺少.*「${field.label}」.*请补正后重新生成。$`)),
    );
  }
});

const texts = holes.filter(({ field }) => field.type === 'text');

test.each(texts)('a leftover of a template in $name refuses the document', async ({ id, path, field, sample }) => {
  for (const leftover of leftovers) {
    const message = await outcome(makeRaw(id, replaced(sample, path, leftover)));
    expect(message).toEqual(expect.stringContaining(`「${field.label}」含有未替换的内容「${leftover}」`));
  }
});

const lines = ids.flatMap((id) =>
  pathsOf(documentKinds[id].fields).flatMap(({ path, field }) => {
    const sample = Object.values(samples[id]).find((candidate) => has(candidate, path));
    return field.type !== 'texts' || sample === undefined ? [] : [{ id, path, field, sample, name: `${id} ${path.join('.')}` }];
  }),
);

test.each(lines)(
  'a blank or leftover among the lines of $name refuses the document and says which',
  async ({ id, path, field, sample }) => {
    for (const hole of nothings) {
      expect(await outcome(makeRaw(id, replaced(sample, path, ['易水寒', hole])))).toMatch(
        new RegExp(`缺少.*「${field.label}」第2项`, 'u'),
      );
    }
    for (const leftover of leftovers) {
      const message = await outcome(makeRaw(id, replaced(sample, path, ['易水寒', leftover])));
      expect(message).toEqual(expect.stringContaining(`「${field.label}」第2项含有未替换的内容「${leftover}」`));
    }
  },
);

/** Lists that hold more than one record in some sample, by the place of the last one. */
const lasts = ids.flatMap((id) =>
  pathsOf(documentKinds[id].fields).flatMap(({ path, field }) => {
    if (field.type !== 'list') return [];
    const found = Object.values(samples[id])
      .map((sample) => ({ sample, length: lengthAt(sample, path) }))
      .toSorted((one, other) => other.length - one.length)[0];
    return found === undefined || found.length < 2 ? [] : [{ id, path, field, ...found, name: `${id} ${path.join('.')}` }];
  }),
);

test.each(lasts)(
  'a last record of $name with nothing in it refuses the document by its place',
  async ({ id, path, field, sample, length }) => {
    const message = await outcome(makeRaw(id, replaced(sample, [...path, String(length - 1)], {})));
    expect(message).toMatch(new RegExp(`缺少.*「${field.label}」第${length}项的「`, 'u'));
  },
);

test('every file of templates that declares a kind is in the registry under its own name, with samples for these tests', () => {
  const folder = join(import.meta.dirname, '../../templates');
  const declared = readdirSync(folder).flatMap((file) => {
    const id = /documentKind\(\{\s*id: '([^']+)'/u.exec(file.endsWith('.ts') ? readFileSync(join(folder, file), 'utf8') : '')?.[1];
    return id === undefined ? [] : [[id, file]];
  });
  expect(declared.map(([, file]) => file).toSorted((one, other) => (one ?? '').localeCompare(other ?? ''))).toEqual(
    ids.map((id) => `${id}.ts`).toSorted((one, other) => one.localeCompare(other)),
  );
  expect(declared.filter(([id, file]) => `${id}.ts` !== file)).toEqual([]);
  expect(ids.filter((id) => documentKinds[id].id !== id || !Object.hasOwn(samples[id], 'usual'))).toEqual([]);
});

test('every field a kind must have is made a hole of', () => {
  const kept = new Set(holes.map(({ id, path }) => `${id} ${path.join('.')}`));
  const count = (fields: Fields): number =>
    Object.values(fields).reduce(
      (sum, field) => sum + (field.optional ? 0 : 1) + (field.fields === undefined ? 0 : count(field.fields)),
      0,
    );
  expect(kept.size).toBe(ids.reduce((sum, id) => sum + count(documentKinds[id].fields), 0));
});

const optionals = ids.flatMap((id) =>
  pathsOf(documentKinds[id].fields).flatMap(({ path, field }) => (field.optional ? [{ id, path, name: `${id} ${path.join('.')}` }] : [])),
);

test.each(optionals)('without $name the document is made, and says nothing of it', async ({ id, path }) => {
  for (const hole of nothings) {
    const made = await outcome(makeRaw(id, replaced(samples[id]['usual'], path, hole)));
    expect(made).toBeInstanceOf(Uint8Array);
  }
});

test('the refusal says which studio and which item of a list', async () => {
  const message = await outcome(makeRaw('commitment-letter', replaced(letter, ['tasks', '1', 'evidence'], ' ')));
  expect(message).toBe('无法生成《任务承诺书》（尉迟川小学数学名师工作室）：缺少「任务」第2项（2-1）的「佐证材料」。请补正后重新生成。');
});

test('one refusal names everything that is missing or wrong', async () => {
  const raw = replaced(replaced(notice, ['deadline'], undefined), ['problems', '0', 'actual'], -1);
  expect(await outcome(makeRaw('rectification-notice', raw))).toBe(
    '无法生成《整改通知书》（尉迟川小学数学名师工作室）：缺少「整改期限」；「问题」第1项（2-1）的「实际值」应为不小于零的数值。请补正后重新生成。',
  );
});

const anyDay = fc.record({
  year: fc.integer({ min: 2014, max: 2099 }),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
});
const anyHole = fc.constantFrom<unknown>(...nothings, ...leftovers, 0, -1, '\u0007', [], {});
const anyText = fc.oneof(
  {
    weight: 30,
    arbitrary: fc.constantFrom(
      '王芳',
      '龘頔',
      '𬭎明',
      '尉 迟川',
      'A&B<C>"D"',
      '一',
      '名'.repeat(30),
      '武昌教名〔2026〕3号',
      '《甲》“乙”——丙…',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }) },
);

/** Anything a register with holes may hand over for these fields: each value right, wrong or absent. */
function anyInput(fields: Fields): fc.Arbitrary<unknown> {
  return fc.record(Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, holed(anyValue(field))])));
}

function holed(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 60, arbitrary: value }, { weight: 1, arbitrary: anyHole });
}

function anyValue({ type, choices, range: [min, max] = [0, 0], fields = {} }: Field<unknown>): fc.Arbitrary<unknown> {
  const byType: Readonly<Record<FieldType, () => fc.Arbitrary<unknown>>> = {
    text: () => anyText,
    date: () => anyDay.map(({ year, month, day }) => plainDateOf(year, month, day)),
    money: () => fc.integer({ min: 1, max: 1e14 - 1 }),
    'whole-number': () => fc.integer({ min, max }),
    number: () => fc.double({ min: 0, max: 1e9, noNaN: true }),
    choice: () => fc.constantFrom(...Object.keys(choices ?? {})),
    record: () => anyInput(fields),
    list: () => fc.array(anyInput(fields), { minLength: 1, maxLength: 4 }),
    texts: () => fc.array(anyText, { minLength: 1, maxLength: 3 }),
  };
  return byType[type]();
}

const forbidden = /\{\{|\}\}|\[object|(?<![A-Za-z])(undefined|NaN|null)(?![A-Za-z])/;

test.each(ids)('whatever a register with holes hands over, a %s is refused by name or prints nothing blank', async (id) => {
  const outcomes = { refused: 0, made: 0 };
  await fc.assert(
    fc.asyncProperty(anyInput(documentKinds[id].fields), async (raw) => {
      const result = await outcome(makeRaw(id, raw));
      const printed = typeof result === 'string' ? [] : printedTexts(result);
      outcomes[typeof result === 'string' ? 'refused' : 'made']++;
      expect(typeof result === 'string' ? result : '无法生成').toMatch(/^无法生成/);
      expect(printed.filter((text) => text === '' || forbidden.test(text))).toEqual([]);
    }),
    { numRuns: 500 },
  );
  expect([outcomes.refused > 0, outcomes.made > 0]).toEqual([true, true]);
});

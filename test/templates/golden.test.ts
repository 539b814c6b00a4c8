import { expect, test } from 'vitest';
import { type DocumentInput, type DocumentKindId, documentKindIds, makeDocument } from '../../templates/document-kinds.ts';
import { outline } from './document-text.ts';
import { samplesOfKinds } from './samples-of-kinds.ts';

const samples = documentKindIds.flatMap((id) => Object.entries(samplesOfKinds[id]).map(([name, input]) => ({ id, name, input })));

test.each(samples)('$id ($name) is set and worded as reviewed', async ({ id, name, input }) => {
  const { bytes } = await makeDocument(id, input as DocumentInput<DocumentKindId>);
  await expect(outline(bytes)).toMatchFileSnapshot(`../golden/templates/${id}${name === 'usual' ? '' : `-${name}`}.txt`);
});

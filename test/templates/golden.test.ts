import { expect, test } from 'vitest';
import { makeDocument } from '../../templates/document-kinds.ts';
import { outline } from './document-text.ts';
import { letter, notice, plaqueListOf, renewedLetter } from './samples.ts';

const golden = (name: string): string => `../golden/templates/${name}.txt`;

test('a first commitment letter is set and worded as reviewed', async () => {
  const { bytes } = await makeDocument('commitment-letter', letter);
  await expect(outline(bytes)).toMatchFileSnapshot(golden('commitment-letter'));
});

test('a renewed commitment letter of a district studio is set and worded as reviewed', async () => {
  const { bytes } = await makeDocument('commitment-letter', renewedLetter);
  await expect(outline(bytes)).toMatchFileSnapshot(golden('commitment-letter-renewed'));
});

test('a rectification notice is set and worded as reviewed', async () => {
  const { bytes } = await makeDocument('rectification-notice', notice);
  await expect(outline(bytes)).toMatchFileSnapshot(golden('rectification-notice'));
});

test('a list of plaques is set and worded as reviewed', async () => {
  const { bytes } = await makeDocument('plaque-list', plaqueListOf(11));
  await expect(outline(bytes)).toMatchFileSnapshot(golden('plaque-list'));
});

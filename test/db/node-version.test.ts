import { expect, test } from 'vitest';
import { unsupportedNode } from '../../db/node-version.mjs';

test.each(['v18.20.4', 'v20.20.2', 'v22.13.1', '22.9.0'])('Node %s is refused, naming what is needed', (version) => {
  expect(unsupportedNode(version, false)).toMatch(new RegExp(`Node ${version} 太旧.*22\\.14`));
});

test.each(['v22.14.0', 'v22.20.1', 'v24.0.0', '24.21.0'])('Node %s is taken', (version) => {
  expect(unsupportedNode(version, false)).toBeNull();
});

test('a binary of its own makes an old Node do', () => {
  expect(unsupportedNode('v20.18.3', true)).toBeNull();
});

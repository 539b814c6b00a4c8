import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/machine/longest-first.ts';

/**
 * Two workers: the machines this runs on have two cores, and a test that starts LibreOffice or a window starts more than one process.
 * A file's tests run one after the other, so at most two heavy programs are ever at work, each in a folder of its own.
 */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/**/*.test.{ts,tsx}'],
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    // Hooks start LibreOffice and windows; the first start of either on a busy machine is slow.
    hookTimeout: 90_000,
    coverage: {
      provider: 'v8',
      include: ['policy', 'db', 'exchange', 'templates', 'workflow', 'electron'].map((room) => `${room}/**/*.{ts,tsx,mjs}`),
      reporter: ['text', 'html'],
    },
  },
});

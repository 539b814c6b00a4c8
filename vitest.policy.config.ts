import { defineConfig } from 'vitest/config';

/**
 * The tests of the policy room alone, for mutation testing. Stryker's own `testFiles` would do as well, but with it changes of what a file
 * sets up when it is loaded (labels, tables) come too late to be seen, and every one of them seems to survive.
 */
export default defineConfig({ test: { include: ['test/policy/**/*.test.ts'] } });

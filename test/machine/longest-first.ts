import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take longest, the longest first. Without a run to remember, files go by their size, and these are short to read. */
export const longest = [
  'test/templates/conformity.test.ts',
  'test/simulation/district.test.ts',
  'test/workflow/answers-in-chinese.test.ts',
  'test/window/desk-process.test.ts',
  'test/exchange/heavy-files.test.ts',
] as const;

/** Begins the longest files first, so that no worker is left with one of them when the others have nothing more to do. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const found = longest.findIndex((file) => moduleId.endsWith(`/${file}`));
      return found === -1 ? longest.length : found;
    };
    // oxlint-disable-next-line unicorn/no-array-sort -- the sequencer's own method, which leaves the files as they are
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other));
  }
}

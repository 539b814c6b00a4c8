/** How many tests passed, failed, and could not run. */
export type TestCounts = { readonly passed: number; readonly failed: number; readonly skipped: number };

/** Stands in the title of a suite that could not run, before the reason. */
export const notRunMark = 'not run: ';

/** The counts of several suites as one. */
export function addCounts(...counts: readonly TestCounts[]): TestCounts {
  return {
    passed: counts.reduce((sum, { passed }) => sum + passed, 0),
    failed: counts.reduce((sum, { failed }) => sum + failed, 0),
    skipped: counts.reduce((sum, { skipped }) => sum + skipped, 0),
  };
}

/** The line `npm test` ends with; machines read it. */
export function closingLine({ passed, failed, skipped }: TestCounts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** The part of vitest's JSON report that is read here. */
export type VitestReport = {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly ancestorTitles: readonly string[] }[];
  }[];
};

/**
 * Counts the tests of a vitest run.
 * A file that failed without a failed test – it could not be loaded, or a hook of it threw – counts as one failure, and so does a run that ended
 * badly although every file was well.
 */
export function countTests(report: VitestReport, exitCode: number): TestCounts {
  const statuses = report.testResults.flatMap((file) => file.assertionResults.map(({ status }) => status));
  const passed = statuses.filter((status) => status === 'passed').length;
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  ).length;
  const failed = statuses.filter((status) => status === 'failed').length;
  return {
    passed,
    failed: failed + broken === 0 && exitCode !== 0 ? 1 : failed + broken,
    skipped: statuses.length - passed - failed,
  };
}

/** One line for every suite that could not run, each with its file, the reason, and the command that mends it. */
export function suitesNotRun(report: VitestReport): string[] {
  const lines = report.testResults.flatMap((file) =>
    file.assertionResults.flatMap(({ ancestorTitles }) =>
      ancestorTitles.filter((title) => title.includes(notRunMark)).map((title) => `${file.name}: ${title}`),
    ),
  );
  return [...new Set(lines)];
}

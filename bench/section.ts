/** What is measured how often and up to which size. */
export interface Extent {
  readonly rounds: number;
  /** The size the rounds are measured at. */
  readonly count: number;
  readonly growth: readonly number[];
}

/** A part of the report, and the charts it shows by their file names. */
export interface Section {
  readonly text: string;
  readonly charts: Readonly<Record<string, string>>;
}

/** One of the benchmarks: `quick` to see that it works, whole for the report. */
export interface Benchmark {
  readonly quick: Extent;
  readonly whole: Extent;
  readonly run: (extent: Extent) => Promise<Section>;
}

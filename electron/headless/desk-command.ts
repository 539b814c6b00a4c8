import type { Workflow } from '../../workflow/contract/contract.ts';

/** An option of a command: whether it takes a value, and what help says of it. */
export interface DeskOption {
  readonly value?: string;
  readonly repeated?: true;
  readonly help: string;
}

/** The command line as a command sees it. */
export interface DeskArguments {
  /** What stands after the command without a dash. */
  readonly words: readonly string[];
  /** Value of an option, the last one given. */
  text(name: string): string | undefined;
  /** All values of a repeated option. */
  all(name: string): readonly string[];
  flag(name: string): boolean;
}

/** Where a command works, for those that need more than the workflow. */
export interface DeskPlace {
  readonly sampleWorkbook: string;
  /** Lets the business day be another one from here on. */
  readonly moveTo: (day: string) => void;
}

/** What a command answers: for machines, for people, and the reason when something blocks (exit 1, on stderr). */
export interface DeskAnswer {
  readonly json: unknown;
  readonly text: string;
  readonly blocked?: string;
}

/** One subcommand of `desk`. */
export interface DeskCommand {
  readonly name: string;
  /** What stands after `desk NAME`. */
  readonly usage: string;
  readonly summary: string;
  readonly options: Readonly<Record<string, DeskOption>>;
  /** Works on a register; one is made first when the seat is named and there is none. */
  readonly needsRegister: boolean;
  /** Makes a data folder of its own ready and returns it, for a command that leaves the user's alone. */
  readonly ownFolder?: (given: DeskArguments) => string;
  /** More for `--help`, such as the acts of `run`. */
  readonly more?: (workflow: Workflow, words: readonly string[]) => Promise<string>;
  readonly run: (workflow: Workflow, given: DeskArguments, place: DeskPlace) => Promise<DeskAnswer>;
}

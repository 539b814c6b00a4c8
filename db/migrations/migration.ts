/** One step of the register's structure. Once released it is never changed: the next change is the next migration. */
export interface Migration {
  /** Numbered in tens, in the order of application. */
  readonly id: number;
  readonly name: string;
  /** First version of the program that has it: what an older program asks for when it meets a newer register. */
  readonly since: string;
  readonly sql: string;
}

import type { z } from 'zod';

/** One call between a window (or another program) and the workflow: what goes in and what comes out. */
export interface Route<Input extends z.ZodType, Output extends z.ZodType> {
  readonly input: Input;
  readonly output: Output;
}

/** Declares a route. The transport is made from it elsewhere, so that it can be changed without touching the contract. */
export function route<Input extends z.ZodType, Output extends z.ZodType>(input: Input, output: Output): Route<Input, Output> {
  return { input, output };
}

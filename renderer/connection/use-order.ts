import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import type { InputOf, OutputOf, RouteName } from '../../workflow/contract/contract.ts';
import { ask } from './desk-client.ts';

/**
 * A route that changes the register. When it has, `onDone` hears of it first, and then everything on the screen is asked for anew: what
 * gave the order may be gone from the screen by then.
 */
export function useOrder<Name extends RouteName>(
  name: Name,
  onDone?: (answer: OutputOf<Name>) => void,
): UseMutationResult<OutputOf<Name>, Error, InputOf<Name>> {
  const queries = useQueryClient();
  return useMutation<OutputOf<Name>, Error, InputOf<Name>>({
    mutationFn: (input) => ask(name, input),
    onSuccess: async (answer) => {
      onDone?.(answer);
      await queries.invalidateQueries();
    },
  });
}

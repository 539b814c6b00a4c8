import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import type { InputOf, OutputOf, RouteName } from '../../workflow/contract/contract.ts';
import { ask } from './desk-client.ts';

/** A route that changes the register. When it has, everything on the screen is asked for anew. */
export function useOrder<Name extends RouteName>(name: Name): UseMutationResult<OutputOf<Name>, Error, InputOf<Name>> {
  const queries = useQueryClient();
  return useMutation<OutputOf<Name>, Error, InputOf<Name>>({
    mutationFn: (input) => ask(name, input),
    onSuccess: () => queries.invalidateQueries(),
  });
}

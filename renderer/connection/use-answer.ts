import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { InputOf, OutputOf, RouteName } from '../../workflow/contract/contract.ts';
import { ask } from './desk-client.ts';

/** What a route answers, kept until something was changed. While a new input is being answered, the last answer stays on the screen. */
export function useAnswer<Name extends RouteName>(
  name: Name,
  input: InputOf<Name>,
  when: { readonly enabled?: boolean } = {},
): UseQueryResult<OutputOf<Name>> {
  return useQuery<OutputOf<Name>>({
    queryKey: [name, input],
    queryFn: () => ask(name, input),
    placeholderData: keepPreviousData,
    enabled: when.enabled ?? true,
  });
}

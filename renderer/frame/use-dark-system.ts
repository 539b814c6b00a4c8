import { useSyncExternalStore } from 'react';

const dark = window.matchMedia('(prefers-color-scheme: dark)');

function subscribe(changed: () => void): () => void {
  dark.addEventListener('change', changed);
  return () => dark.removeEventListener('change', changed);
}

/** Whether the system shows everything dark, now and whenever it changes. */
export function useDarkSystem(): boolean {
  return useSyncExternalStore(subscribe, () => dark.matches);
}

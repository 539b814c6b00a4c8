import { useSyncExternalStore } from 'react';
import { addressOf, type Place, placeOf } from './place.ts';

/** Goes somewhere else in the window. */
export function goTo(place: Place): void {
  window.location.hash = addressOf(place);
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}

/** The place one is at, now and whenever it changes. */
export function usePlace(): Place {
  return placeOf(useSyncExternalStore(subscribe, () => window.location.hash));
}

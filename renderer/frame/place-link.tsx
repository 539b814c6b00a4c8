import type { ReactNode } from 'react';
import { addressOf, type Place } from './place.ts';

/** A link to another place in the window. */
export function PlaceLink({ to, children }: { readonly to: Place; readonly children: ReactNode }) {
  return (
    <a className="place-link" href={addressOf(to)}>
      {children}
    </a>
  );
}

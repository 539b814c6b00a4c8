/** Where in the window one is. */
export type Place =
  | { readonly screen: 'desk' }
  | { readonly screen: 'studios'; readonly status?: string }
  | { readonly screen: 'studio'; readonly studioId: string; readonly command?: string; readonly tab?: string }
  | { readonly screen: 'round'; readonly step?: string; readonly command?: string; readonly studioId?: string; readonly year?: string }
  | { readonly screen: 'affairs'; readonly command?: string }
  | { readonly screen: 'exchange'; readonly kind?: string }
  | { readonly screen: 'documents'; readonly kind?: string; readonly studioId?: string }
  | { readonly screen: 'measures' };

/** The address of a place, so that Alt+← goes back as people expect. */
export function addressOf(place: Place): string {
  const { screen, ...rest } = place;
  const details = new URLSearchParams(Object.entries(rest)).toString();
  return details === '' ? `#/${screen}` : `#/${screen}?${details}`;
}

/** The place of an address; the desk for any address that is none. */
export function placeOf(address: string): Place {
  const [path = '', details = ''] = address.replace(/^#\//, '').split('?');
  const asked = new URLSearchParams(details);
  switch (path) {
    case 'studios':
      return { screen: 'studios', ...optional('status', asked) };
    case 'studio': {
      const studioId = asked.get('studioId');
      return studioId === null
        ? { screen: 'studios' }
        : { screen: 'studio', studioId, ...optional('command', asked), ...optional('tab', asked) };
    }
    case 'round':
      return {
        screen: 'round',
        ...optional('step', asked),
        ...optional('command', asked),
        ...optional('studioId', asked),
        ...optional('year', asked),
      };
    case 'affairs':
      return { screen: 'affairs', ...optional('command', asked) };
    case 'exchange':
      return { screen: 'exchange', ...optional('kind', asked) };
    case 'documents':
      return { screen: 'documents', ...optional('kind', asked), ...optional('studioId', asked) };
    case 'measures':
      return { screen: 'measures' };
    default:
      return { screen: 'desk' };
  }
}

function optional<Key extends string>(key: Key, asked: URLSearchParams): Partial<Record<Key, string>> {
  const value = asked.get(key);
  return value === null ? {} : ({ [key]: value } as Partial<Record<Key, string>>);
}

/** What JSON can say. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue | undefined };

/** JSON with the keys of every object in code-unit order and absent values left out: equal values, equal text. */
export function canonicalJson(value: JsonValue): string {
  return JSON.stringify(value, (_key, part: JsonValue) => (isObject(part) ? sorted(part) : part));
}

function isObject(value: JsonValue): value is { readonly [key: string]: JsonValue | undefined } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(value: { readonly [key: string]: JsonValue | undefined }): { [key: string]: JsonValue | undefined } {
  // Own, null-prototype object: a key named __proto__ must not vanish.
  const result: { [key: string]: JsonValue | undefined } = Object.create(null);
  for (const key of Object.keys(value).toSorted()) result[key] = value[key];
  return result;
}

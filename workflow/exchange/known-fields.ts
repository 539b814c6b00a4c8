type Known<Fields> = { -readonly [Name in keyof Fields]?: Fields[Name] | null | undefined };

/** The same fields without what is not known: absent, not null. */
export function knownFields<Fields>(fields: Known<Fields>): Partial<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null)) as Partial<Fields>;
}

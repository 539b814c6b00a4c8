/** Names one after another, the last after 以及: 甲、乙以及丙. One alone stands as it is. */
export function enumerated(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join('、')}以及${names.at(-1)}`;
}

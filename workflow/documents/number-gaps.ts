/** Numbers from `first` up to the highest taken that nobody took, as people write ranges: 3号, 5—8号. */
export function numberGaps(taken: readonly number[], first: number): string[] {
  const gaps: string[] = [];
  let expected = first;
  for (const value of taken.toSorted((one, other) => one - other)) {
    if (value === expected + 1) gaps.push(`${expected}号`);
    else if (value > expected) gaps.push(`${expected}—${value - 1}号`);
    expected = Math.max(expected, value + 1);
  }
  return gaps;
}

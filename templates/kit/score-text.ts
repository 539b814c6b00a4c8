/** Points as people write them: two decimals at most, none where there are none. */
export function scoreText(score: number): string {
  return String(Number(score.toFixed(2)));
}

/** A sentence typed with or without its full stop. */
export function withStop(sentence: string): string {
  return /[。！？；]$/.test(sentence) ? sentence : `${sentence}。`;
}

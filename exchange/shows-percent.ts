/** Whether a number format shows a percentage: 100% where the number is 1. What stands in quotes or after a backslash is only written out. */
export function showsPercent(format: unknown): boolean {
  return typeof format === 'string' && format.replaceAll(/"[^"]*"|\\./gu, '').includes('%');
}

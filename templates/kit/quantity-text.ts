/** `500人次`: a number without needless decimals, and its unit. */
export function quantityText(value: number, unit: string): string {
  return `${String(Number(value.toFixed(2)))}${unit}`;
}

/** Fen as yuan the way an account book writes them: `1234550` is `12,345.50`. */
export function amountText(fen: number): string {
  return (fen / 100).toLocaleString('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

/** An amount of money in whole fen (分); 100 fen are one yuan. */
export type Fen = number;

/** Fen for whole yuan. */
export function yuan(amount: number): Fen {
  return Math.round(amount * 100);
}

/** Fen for 万元 (ten thousand yuan). */
export function tenThousandYuan(amount: number): Fen {
  return Math.round(amount * 1_000_000);
}

/** `50000` fen is `500`, `50050` is `500.50`: yuan in digits, with two decimals only when there are fen. */
export function yuanText(amount: Fen): string {
  const sign = amount < 0 ? '-' : '';
  const whole = Math.trunc(Math.abs(amount) / 100);
  const rest = Math.abs(amount) % 100;
  return rest === 0 ? `${sign}${whole}` : `${sign}${whole}.${String(rest).padStart(2, '0')}`;
}

/** Fen as 万元 in digits, without trailing zeros: 5 000 000 fen is `5`. */
export function tenThousandYuanText(amount: Fen): string {
  return String(amount / 1_000_000);
}

/** How messages say an amount: whole hundreds of yuan from one 万元 up as `5 万元` or `1.25 万元`, anything else as `900 元`. */
export function moneyText(amount: Fen): string {
  return Math.abs(amount) >= 1_000_000 && amount % 10_000 === 0 ? `${tenThousandYuanText(amount)} 万元` : `${yuanText(amount)} 元`;
}

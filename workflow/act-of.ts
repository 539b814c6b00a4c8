import type { Article } from '../policy/article.ts';
import { type Act, mayAct, powers, seatsFor } from '../policy/powers.ts';
import type { SeatKind, StudioLevel } from '../policy/seat.ts';

const levels = ['in-system', 'district'] as const satisfies readonly StudioLevel[];

/** What a command says of itself that the table of powers says already. */
export function actOf<Name extends Act>(
  act: Name,
): {
  readonly name: Name;
  readonly title: string;
  readonly article: Article;
  readonly powers: readonly SeatKind[];
} {
  const { title, article } = powers[act];
  return { name: act, title, article, powers: [...new Set(levels.flatMap((level) => seatsFor(act, level)))] };
}

/** The level at which a kind of department does an act: the bureau's is the in-system title, where the district one has another body. */
export function actingLevel(act: Act, seat: SeatKind): StudioLevel {
  return mayAct(seat, act, 'in-system') ? 'in-system' : 'district';
}

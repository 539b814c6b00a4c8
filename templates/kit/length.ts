/** A length in twentieths of a point, the unit of WordprocessingML. */
export type Twips = number;

/** Twips for millimetres, to the nearest whole one (0.018 mm). */
export function millimetres(length: number): Twips {
  return Math.round((length * 1440) / 25.4);
}

/** Twips for points. */
export function points(length: number): Twips {
  return Math.round(length * 20);
}

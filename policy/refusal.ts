import { type Article, articleText } from './article.ts';

/**
 * An act the program will not do, said so that a clerk can act on it: what cannot be done, why, under which
 * provisions, and what to do next. It reaches people as it is; any other error is a fault of the program.
 */
export class Refusal extends Error {
  /** The first of the provisions. */
  readonly article: Article | undefined;

  constructor(message: string, ...places: readonly Article[]) {
    const cited = [...new Set(places.map(articleText))].join('、');
    super(cited === '' ? message : `${message}（《办法》${cited}）`);
    this.name = 'Refusal';
    this.article = places[0];
  }
}

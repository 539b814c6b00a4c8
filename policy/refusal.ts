import { type Article, articleText } from './article.ts';

/**
 * An act the program will not do, said so that a clerk can act on it: what cannot be done, why, under which
 * article, and what to do next. It reaches people as it is; any other error is a fault of the program.
 */
export class Refusal extends Error {
  readonly article: Article | undefined;

  constructor(message: string, place?: Article) {
    super(place === undefined ? message : `${message}（《办法》${articleText(place)}）`);
    this.name = 'Refusal';
    this.article = place;
  }
}

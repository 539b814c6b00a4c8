import { summaryOf } from './articles.ts';
import './measures.css';

/** The provision an act stands on, in view while it is done. */
export function ArticleNote({ article }: { readonly article: string }) {
  const summary = summaryOf(article);
  return (
    <blockquote className="article-note">
      <strong>《办法》{article}</strong>
      {summary !== undefined && `　${summary.title}：${summary.summary}`}
    </blockquote>
  );
}

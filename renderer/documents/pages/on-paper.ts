/**
 * Lays the pages of a shadow root out for paper while `print` runs: a copy beside the window's own content, which is what is printed
 * (see `@media print` in documents.css), and is gone afterwards.
 */
export async function onPaper<Result>(pages: ShadowRoot, print: () => Promise<Result>): Promise<Result> {
  const paper = document.createElement('div');
  paper.className = 'paper';
  const root = paper.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = pages.adoptedStyleSheets;
  root.append(...[...pages.childNodes].map((node) => node.cloneNode(true)));
  document.body.append(paper);
  try {
    return await print();
  } finally {
    paper.remove();
  }
}

import { type RefObject, useEffect, useState } from 'react';
import { FailureNotice } from '../../connection/failure-notice.tsx';
import { renderDocument } from './render-document.ts';
import { showPages } from './show-pages.ts';

interface DocumentPagesProps {
  readonly bytes: Uint8Array;
  /** Written across every page; nothing for a document that is meant. */
  readonly watermark: string | null;
  /** The element whose shadow root holds the pages, for printing them. */
  readonly host: RefObject<HTMLDivElement | null>;
}

/** A document as pages. */
export function DocumentPages({ bytes, watermark, host }: DocumentPagesProps) {
  const [failure, setFailure] = useState<Error | null>(null);
  useEffect(() => {
    let wanted = true;
    const show = async (): Promise<void> => {
      const rendered = await renderDocument(bytes);
      const place = host.current;
      if (!wanted || place === null) return;
      setFailure(null);
      showPages(place.shadowRoot ?? place.attachShadow({ mode: 'open' }), rendered, watermark);
    };
    show().catch((error: unknown) => {
      if (wanted) setFailure(error instanceof Error ? error : new Error(String(error)));
    });
    return () => {
      wanted = false;
    };
  }, [bytes, watermark, host]);
  return (
    <>
      <FailureNotice failure={failure} />
      <div ref={host} className="document-pages" role="document" aria-label="文书页面" tabIndex={0} />
    </>
  );
}

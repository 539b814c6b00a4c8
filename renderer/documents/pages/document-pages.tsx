import { useEffect, useRef, useState } from 'react';
import { FailureNotice } from '../../connection/failure-notice.tsx';
import { renderDocument } from './render-document.ts';

export function DocumentPages({ bytes }: { readonly bytes: Uint8Array }) {
  const host = useRef<HTMLDivElement>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  useEffect(() => {
    const place = host.current;
    if (place === null) return;
    const show = async (): Promise<void> => {
      const root = place.shadowRoot ?? place.attachShadow({ mode: 'open' });
      const { sheet, sections } = await renderDocument(bytes);
      root.adoptedStyleSheets = [sheet];
      const wrapper = document.createElement('div');
      wrapper.className = 'docx-wrapper';
      wrapper.append(...sections);
      root.replaceChildren(wrapper);
    };
    show().catch((error: unknown) => setFailure(error instanceof Error ? error : new Error(String(error))));
  }, [bytes]);
  return (
    <>
      <FailureNotice failure={failure} />
      <div ref={host} className="document-pages" />
    </>
  );
}

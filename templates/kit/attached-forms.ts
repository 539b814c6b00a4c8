import { attachmentHeading } from './attachment.ts';
import type { Block } from './document-content.ts';
import { title } from './title.ts';

/** An attachment of several forms under one title: each on a page of its own, the first under the mark of the attachment. */
export function attachedForms(name: string, forms: readonly (readonly Block[])[]): Block[] {
  return forms.flatMap((form, index) => {
    const lines = title([name]);
    const heading =
      index === 0 ? [...attachmentHeading(), ...lines] : lines.map((line, at) => (at === 0 ? { ...line, pageBreakBefore: true } : line));
    return [...heading, ...form];
  });
}

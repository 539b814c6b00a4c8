import type { Say } from '../document-kind.ts';
import { attachmentHeading } from './attachment.ts';
import type { Block } from './document-content.ts';
import { title } from './title.ts';

/**
 * An attachment of several forms under one title, one for each row of the list of this name: each on a page of its own, the first under the mark of
 * the attachment.
 */
export function attachedForms(name: string, forms: readonly (readonly Block[])[], list: string, say: Say): Block[] {
  return forms.flatMap((form, index) => {
    const lines = title([name]);
    const [mark, ...blank] = attachmentHeading();
    const text = say('附件字样', index === 0 ? '附件' : '', list);
    const heading =
      text === ''
        ? lines.map((line, at) => (at === 0 ? { ...line, pageBreakBefore: true } : line))
        : [{ ...mark, runs: mark.runs.map((run) => ({ ...run, text })) }, ...say.passage('附件字样', blank), ...lines];
    return say.passage(list, [...heading, ...form]);
  });
}

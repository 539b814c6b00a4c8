import { bodyText } from './body-text.ts';
import type { Paragraph } from './document-content.ts';
import { optional, record, text } from './fields.ts';

/** Whom to ask about a document; it may be left out. */
export const contactField = optional(record('联系人', { name: text('联系人姓名'), phone: text('联系电话') }));

/** 附注 with the contact, below the date. GB/T 9704-2012 7.3.6. */
export function contactNote(contact: { readonly name: string; readonly phone: string } | undefined): Paragraph[] {
  return contact === undefined ? [] : [bodyText(`（联系人：${contact.name}，联系电话：${contact.phone}）`)];
}

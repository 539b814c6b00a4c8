import { optional, record, text } from './fields.ts';

/** Whom to ask about a document. */
const contact = record('联系人', { name: text('联系人姓名'), phone: text('联系电话') });

/** Whom to ask about a document that goes upwards: 请示 must say it. */
export const requiredContactField = contact;

/** Whom to ask about a document; it may be left out. */
export const contactField = optional(contact);

/** The contact as 附注. GB/T 9704-2012 7.3.6. */
export function contactRemark(person: { readonly name: string; readonly phone: string } | undefined): string | undefined {
  return person === undefined ? undefined : `联系人：${person.name}，联系电话：${person.phone}`;
}

import { type DocumentKindId, documentKinds } from '../../templates/document-kinds.ts';

/** Acts that take a number, and what the register of numbers says it was taken for. Where a kind of document states the act, both share one id. */
const numberedActs = {
  'naming-decision': '命名',
  'filing-acknowledgement': '备案',
  'round-notice': '区级评选通知',
  'public-notice': '区级评选公示',
  'plaque-decision': '区级命名',
  'grant-notice': '区级资助',
  'commitment-letter': '任务承诺书',
  'rectification-notice': '整改通知书',
  reward: '奖励',
  'revocation-decision': '撤销称号',
  'criticism-circular': '通报批评',
  'title-ending': '终止称号',
} as const;

export type NumberedDocument = keyof typeof numberedActs | DocumentKindId;

const numberedKinds = Object.values(documentKinds).filter(({ fields }) => Object.hasOwn(fields, 'number'));

/** Everything a department numbers, by id: acts, and kinds of documents that bear a number of their own. */
export const numberedDocuments: Readonly<Record<string, string>> = {
  ...Object.fromEntries(numberedKinds.map(({ id, title }) => [id, title])),
  ...numberedActs,
};

/** True for the id of something that is numbered. */
export function isNumberedDocument(id: string): id is NumberedDocument {
  return Object.hasOwn(numberedDocuments, id);
}

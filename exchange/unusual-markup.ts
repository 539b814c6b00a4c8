/**
 * A workbook is written in a way the quick reader does not follow: with prefixes, comments, cells out of order, parts that are missing.
 * It may still be a workbook: the library decides.
 */
export class UnusualMarkup extends Error {}

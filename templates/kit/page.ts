import { millimetres, points, type Twips } from './length.ts';

/**
 * A4 with the text area of GB/T 9704-2012: 156 × 225 mm, at 37–262 mm and 28–184 mm, 22 lines of 28 characters.
 *
 * The standard measures to the ink, Word to the edge of the first line's box, which is 29.45 pt high for 16 pt of text:
 * with Word margins of 37 and 35 mm the ink stands 3 mm low, with 34.58 and 32.58 mm (GB/T 33476.2-2016) it stands right. A quarter of a
 * millimetre higher still, it is within one millimetre in LibreOffice too, which centres the 22 lines between the margins.
 */
export const page = {
  width: millimetres(210),
  height: millimetres(297),
  margin: { top: millimetres(34.33), bottom: millimetres(32.83), left: millimetres(28), right: millimetres(26) },
  /** The page number's dash at 269 mm: 7 mm below the text area. */
  footer: millimetres(25.1),
  header: millimetres(15),
} as const;

/** Width of the text area: 156 mm. */
export const textWidth: Twips = page.width - page.margin.left - page.margin.right;

/** Height of one of the 22 lines of a page. */
export const linePitch: Twips = points(29.45);

/** 3号, the size of body text, in points. */
export const bodySize = 16;

/** Width of one body character on a line of 28. */
export const bodyCharacter: Twips = points(bodySize);

/** Drawn together by a quarter point, 28 characters of 16 pt fit 156 mm in Word, WPS and LibreOffice alike. */
export const bodySpacing: Twips = -5;

/**
 * How pages are set: `standard` for 公文; `letter` for 信函, whose first page has red lines and no number (10.1); `form` for tables, which
 * have no leading above them and keep to the text area; `cover` for a form's first page, without a number; `landscape` for wide tables,
 * turned so that their top is at the left of the bound sheet, the number staying where it is on the other pages (8).
 */
export const pageForms = ['standard', 'letter', 'form', 'cover', 'landscape'] as const;
export type PageForm = (typeof pageForms)[number];

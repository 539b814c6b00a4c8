import { element, type Markup, sequence } from './markup.ts';
import { bodySize, bodySpacing, linePitch } from './page.ts';
import { type FontSettings, type Typeface, usualFonts } from './typefaces.ts';

const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/**
 * `word/styles.xml`: one paragraph style, as the body is set. Single lines may stand at a page end: 22 fill it. Hanging punctuation is on, as Word has it by itself: said
 * out loud because LibreOffice 7 reads the value the wrong way round, and when it hangs a comma it loses it.
 */
export function stylesPart(fonts: FontSettings): string {
  const { name } = fonts.body;
  const runs = element(
    'w:rPr',
    {},
    element('w:rFonts', { 'w:hint': 'eastAsia', 'w:ascii': name, 'w:hAnsi': name, 'w:eastAsia': name, 'w:cs': name }),
    element('w:color', { 'w:val': '000000' }),
    element('w:spacing', { 'w:val': bodySpacing }),
    element('w:sz', { 'w:val': bodySize * 2 }),
    element('w:szCs', { 'w:val': bodySize * 2 }),
    element('w:lang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN', 'w:bidi': 'ar-SA' }),
  );
  const paragraphs = element(
    'w:pPr',
    {},
    element('w:widowControl', { 'w:val': 0 }),
    element('w:overflowPunct', { 'w:val': 1 }),
    element('w:spacing', { 'w:before': 0, 'w:after': 0, 'w:line': linePitch, 'w:lineRule': 'exact' }),
    element('w:jc', { 'w:val': 'both' }),
  );
  return part(
    'w:styles',
    element('w:docDefaults', {}, element('w:rPrDefault', {}, runs), element('w:pPrDefault')),
    element(
      'w:style',
      { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' },
      element('w:name', { 'w:val': 'Normal' }),
      element('w:qFormat'),
      paragraphs,
    ),
    element(
      'w:style',
      { 'w:type': 'table', 'w:default': 1, 'w:styleId': 'TableNormal' },
      element('w:name', { 'w:val': 'Normal Table' }),
      element('w:uiPriority', { 'w:val': 99 }),
      element('w:semiHidden'),
      element('w:unhideWhenUsed'),
    ),
  );
}

/** `word/settings.xml`: odd and even pages differ, punctuation keeps its full width, Word 2013 layout rules. */
export const settingsPart = part(
  'w:settings',
  element('w:evenAndOddHeaders'),
  element('w:characterSpacingControl', { 'w:val': 'doNotCompress' }),
  element(
    'w:compat',
    {},
    element('w:compatSetting', { 'w:name': 'compatibilityMode', 'w:uri': 'http://schemas.microsoft.com/office/word', 'w:val': 15 }),
  ),
);

/** `word/fontTable.xml`: for each typeface the one Word takes where it is not installed. */
export function fontTablePart(fonts: FontSettings): string {
  const faces = Object.keys(usualFonts).flatMap((purpose) => {
    const typeface = fonts[purpose as keyof FontSettings];
    return typeof typeface === 'string' ? [] : [typeface];
  });
  const byName = new Map(faces.map((typeface) => [typeface.name, typeface]));
  return part('w:fonts', sequence([...byName.values()].map(font)));
}

/** Charset 86 (hexadecimal) is simplified Chinese. */
function font({ name, substitute }: Typeface): Markup {
  return element(
    'w:font',
    { 'w:name': name },
    element('w:altName', { 'w:val': substitute }),
    element('w:charset', { 'w:val': '86' }),
    element('w:family', { 'w:val': 'auto' }),
    element('w:pitch', { 'w:val': 'default' }),
  );
}

function part(name: string, ...children: readonly Markup[]): string {
  return `${declaration}${element(name, { 'xmlns:w': namespace }, ...children)}`;
}

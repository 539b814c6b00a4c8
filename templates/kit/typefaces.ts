import { isGb2312 } from './gb2312.ts';

/** What a typeface is for. GB/T 9704-2012: 7.3.1 title, 7.3.3 body and its levels, 7.5 page numbers. */
export const faceLabels = {
  body: '正文',
  title: '标题',
  heading: '一级标题',
  subheading: '二级标题',
  pageNumber: '页码',
} as const;

export type Face = keyof typeof faceLabels;
export const faces = Object.keys(faceLabels) as readonly Face[];

/** The typefaces of one purpose, by the names Word and WPS know. None is ever embedded. */
export interface Typeface {
  readonly name: string;
  /** What stands in where `name` is not installed. */
  readonly substitute: string;
  /** For a character outside GB2312, which typefaces named _GB2312 and 简体 do not have. */
  readonly rare: string;
}

/** The typefaces in use: a setting. */
export interface FontSettings extends Readonly<Record<Face, Typeface>> {
  /** For characters beyond the basic plane (𬭎), which only this family has. */
  readonly supplementary: string;
}

/** What district departments have on their computers. */
export const usualFonts: FontSettings = {
  body: { name: '仿宋_GB2312', substitute: '仿宋', rare: '仿宋' },
  title: { name: '方正小标宋简体', substitute: '华文中宋', rare: '宋体' },
  heading: { name: '黑体', substitute: 'SimHei', rare: '黑体' },
  subheading: { name: '楷体_GB2312', substitute: '楷体', rare: '楷体' },
  pageNumber: { name: '宋体', substitute: 'SimSun', rare: '宋体' },
  supplementary: 'SimSun-ExtB',
};

/** A stretch of text that one typeface can draw. */
export interface Stretch {
  readonly text: string;
  readonly font: string;
}

/** Cuts text where a character needs another typeface than its purpose's usual one. */
export function stretches(text: string, face: Face, fonts: FontSettings): readonly Stretch[] {
  const result: { text: string; font: string }[] = [];
  for (const character of text) {
    const font = fontFor(character, fonts[face], fonts.supplementary);
    const last = result.at(-1);
    if (last?.font === font) last.text += character;
    else result.push({ text: character, font });
  }
  return result;
}

/** ☐ ☑ ☒ stand in no Chinese typeface; where this one is not installed, Word and WPS look for another by themselves. */
const boxes = { characters: '☐☑☒', font: 'Segoe UI Symbol' } as const;

function fontFor(character: string, typeface: Typeface, supplementary: string): string {
  if (boxes.characters.includes(character)) return boxes.font;
  if (isGb2312(character)) return typeface.name;
  return character.length > 1 ? supplementary : typeface.rare;
}

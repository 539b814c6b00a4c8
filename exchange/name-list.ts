import { isPersonName, normaliseName } from './cell-types/person-name.ts';
import { withoutInvisible } from './normalise-text.ts';

/** Between names: 、 ， , ; ； / | and line breaks. */
const separators = /[、，,;；/／|｜\n]+/u;
const blank = /[\s\u3000\u00a0]+/u;
/** `1.`, `2)`, `①` before a name, and `1、` of which a separator has taken the mark. */
const numbering = /(?:(?<=^|[\s、，,;；])\d{1,2}[)）.．:：]|[\u2460-\u2473])/gu;
const onlyNumber = /^\d{1,2}$/u;
const bracketed = /[（(]([^（）()]*)[）)]/gu;

/** Surnames of two characters: 欧阳 澄 is one person. */
const compoundSurnames = new Set(
  '欧阳 上官 司马 诸葛 东方 公孙 尉迟 令狐 皇甫 慕容 司徒 司空 夏侯 轩辕 端木 闻人 长孙 宇文 独孤 南宫 西门 东郭 百里 呼延 申屠 淳于 澹台 公冶 宗政 濮阳 太叔 单于 钟离 鲜于 闾丘 亓官 仲孙 拓跋 公羊 赫连 万俟 左丘 第五'.split(
    ' ',
  ),
);

export interface NameList {
  readonly names: readonly string[];
  /** What is not a name, or cannot be told apart for certain. */
  readonly doubtful: readonly string[];
  /** What stood in brackets after the names, such as a unit or a post. */
  readonly notes: readonly string[];
}

/**
 * The names in a cell: 陆知行、钟意,孟书禾 祁明远. Blanks part names, but not the two characters of 王 芳 nor 欧阳 澄:
 * a single character belongs to its neighbour.
 */
export function readNames(text: string): NameList {
  const names: string[] = [];
  const doubtful: string[] = [];
  const notes: string[] = [];
  const bare = withoutInvisible(text).replace(bracketed, (_, note: string) => {
    if (!/^\d*$/u.test(note)) notes.push(note);
    return ' ';
  });
  for (const piece of bare.replace(numbering, '、').split(separators)) {
    for (const candidate of splitAtBlanks(piece.trim())) {
      const name = normaliseName(candidate);
      if (name === '' || onlyNumber.test(name)) continue;
      if (isPersonName(name)) names.push(name);
      else doubtful.push(name);
    }
  }
  return { names, doubtful, notes };
}

function splitAtBlanks(piece: string): string[] {
  const words = piece.split(blank).filter((word) => word !== '');
  const isSingle = (word: string | undefined): boolean => word !== undefined && [...word].length === 1;
  // 王 小 明: a name stretched over its cell.
  if (words.length <= 3 && words.every(isSingle)) return [words.join('')];
  const names: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? '';
    const next = words[index + 1];
    const joinsNext =
      next !== undefined && (isSingle(word) || (compoundSurnames.has(word) && [...next].length <= 2) || bothLatin(word, next));
    if (joinsNext) index++;
    names.push(joinsNext ? `${word} ${next}` : word);
  }
  return names;
}

function bothLatin(one: string, other: string): boolean {
  return /^[\p{Script=Latin}.·-]+$/u.test(one) && /^[\p{Script=Latin}.·-]+$/u.test(other);
}

import { strFromU8, unzipSync } from 'fflate';
import { Refusal } from '../../policy/refusal.ts';

/** The parts of a .docx by name, unpacked. */
export type WordingParts = Readonly<Record<string, Uint8Array>>;

/** A part that is printed. */
export interface PrintedPart {
  readonly name: string;
  /** What people call it: 正文, 页眉, 页脚. */
  readonly place: string;
  readonly xml: string;
}

/** No notice is larger; what is was chosen by mistake. Bytes. */
const largestFile = 5 * 1024 * 1024;
const largestUnpacked = 40 * 1024 * 1024;
const mostParts = 500;

/** A run that is set not to be seen, with text in it. */
const hiddenText = /<w:rPr>(?:(?!<\/w:rPr>).)*<w:vanish(?:\s+w:val="(?:1|true|on)")?\/>(?:(?!<\/w:rPr>).)*<\/w:rPr>\s*<w:t[\s>]/su;

/** Field instructions that bring in what stands elsewhere. */
const reachesOut = /\b(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT|MERGEFIELD|DATABASE|HYPERLINK)\b/u;

/**
 * The parts of a file somebody gives back. Refuses what is no .docx, is too large when packed or unpacked, carries macros, embedded files or links
 * to the outside, or still shows revisions or comments, which would be printed.
 */
export function openWording(bytes: Uint8Array, fileName: string): WordingParts {
  const refuse = (why: string): never => {
    throw new Refusal(`无法使用「${fileName}」：${why}。`);
  };
  if (bytes.length > largestFile) refuse(`文件有 ${Math.ceil(bytes.length / 1024 / 1024)} MB，超过 5 MB。请删去图片后再交回`);
  const parts = unpacked(bytes, refuse);
  const types = parts['[Content_Types].xml'];
  const main = parts['word/document.xml'];
  if (types === undefined || main === undefined) {
    return refuse('它不是 Word 文档（.docx）。请在 Word 或 WPS 中「另存为」，类型选「Word 文档（*.docx）」');
  }
  if (Object.keys(parts).some((name) => /vbaProject\.bin$/iu.test(name)) || /macroEnabled/iu.test(strFromU8(types))) {
    refuse('文件带有宏。请另存为不带宏的「Word 文档（*.docx）」');
  }
  if (Object.keys(parts).some((name) => /^word\/(?:embeddings|activeX|afchunk)/iu.test(name)))
    refuse('文件里嵌有别的文件或控件。请删去后再交回');
  for (const [name, part] of Object.entries(parts)) {
    if (!/\.(?:xml|rels)$/iu.test(name)) continue;
    const xml = strFromU8(part);
    if (/<!DOCTYPE|<!ENTITY/iu.test(xml)) refuse('文件的内部结构不是 Word 写成的。请在 Word 或 WPS 中重新另存为 .docx');
    if (name.endsWith('.rels') && /TargetMode\s*=\s*["']External["']/iu.test(xml)) {
      refuse('文件链接到外部（超链接、链接的图片或模板）。请取消链接后再交回');
    }
  }
  for (const { place, xml } of printedParts(parts)) {
    if (/<w:(?:ins|del|moveFrom|moveTo)\s/u.test(xml)) refuse(`${place}里还有修订。请在「审阅」中接受全部修订后再交回`);
    if (/<w:t(?:\s[^>]*)?>[^<]*&#/u.test(xml)) refuse('文件的内部结构不是 Word 写成的。请在 Word 或 WPS 中重新另存为 .docx');
    if (hiddenText.test(xml)) refuse(`${place}里有隐藏文字，打印出来会缺内容。请全选后在「字体」中取消「隐藏」，或删去它`);
    if (/<w:commentReference\b/u.test(xml)) refuse(`${place}里还有批注。请删除批注后再交回`);
    const instructions = [...xml.matchAll(/<w:instrText[^>]*>([^<]*)<|w:instr="([^"]*)"/gu)].map(
      ([, text, attribute]) => text ?? attribute ?? '',
    );
    if (instructions.some((text) => reachesOut.test(text)))
      refuse(`${place}里有取自别处的域（链接或邮件合并）。请按 Ctrl+Shift+F9 取消域后再交回`);
  }
  return parts;
}

function unpacked(bytes: Uint8Array, refuse: (why: string) => never): WordingParts {
  let size = 0;
  let count = 0;
  try {
    return unzipSync(bytes, {
      filter({ originalSize }) {
        size += originalSize;
        count += 1;
        if (size > largestUnpacked || count > mostParts) refuse('文件展开后过大。请删去图片后再交回');
        return true;
      },
    });
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw Object.assign(
      new Refusal('无法使用这个文件：它不是 Word 文档（.docx），或已损坏。请在 Word 或 WPS 中「另存为」.docx 后再交回。'),
      { cause: error },
    );
  }
}

/** The parts that reach paper, the text first. */
export function printedParts(parts: WordingParts): readonly PrintedPart[] {
  return Object.entries(parts)
    .flatMap(([name, part]) => {
      const [, base] = /^word\/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$/u.exec(name) ?? [];
      return base === undefined ? [] : [{ name, place: placeOf(base), xml: strFromU8(part) }];
    })
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

function placeOf(base: string): string {
  if (base.startsWith('header')) return '页眉';
  if (base.startsWith('footer')) return '页脚';
  return base === 'document' ? '正文' : '脚注';
}

/** A paragraph of a part. */
export interface PrintedParagraph {
  /** Whatever runs it is split over. */
  readonly text: string;
  /** The table row or text box it stands in, by its count; 0 for the page itself. */
  readonly within: number;
  /** What people call that: 第1个表格第2行, 文本框; empty for the page itself. */
  readonly where: string;
}

/** A table, or a row of one, or a text box, while its text is read. */
interface Container {
  readonly within: number;
  readonly where: string;
  /** Of a table: its place among the tables of the part, and the rows begun. */
  readonly table: number;
  rows: number;
}

const marks =
  /<w:p(?:\s[^>]*)?>|<\/w:p>|<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:(?:tab|br)\b[^>]*\/>|<w:(?:tbl|tr|txbxContent)(?:\s[^>]*)?>|<\/w:(?:tbl|tr|txbxContent)>/gu;

/** The paragraphs of a part, in order; those of a text box before the one it is anchored to. */
export function paragraphsOf(xml: string): readonly PrintedParagraph[] {
  const done: PrintedParagraph[] = [];
  const open: string[] = [];
  const page: Container = { within: 0, where: '', table: 0, rows: 0 };
  const containers = [page];
  let count = 0;
  let tables = 0;
  for (const [mark, text] of xml.matchAll(marks)) {
    const inside = containers.at(-1) ?? page;
    if (text !== undefined) open.push(`${open.pop() ?? ''}${unescaped(text)}`);
    else if (mark === '</w:p>') done.push({ text: open.pop() ?? '', within: inside.within, where: inside.where });
    else if (mark.startsWith('</')) containers.pop();
    else if (/^<w:tbl\b/u.test(mark)) containers.push({ ...inside, table: (tables += 1), rows: 0 });
    else if (/^<w:tr\b/u.test(mark)) {
      inside.rows += 1;
      containers.push({ ...inside, within: (count += 1), where: `第${inside.table}个表格第${inside.rows}行` });
    } else if (/^<w:txbxContent\b/u.test(mark)) containers.push({ ...page, within: (count += 1), where: '文本框' });
    else if (/^<w:(?:tab|br)\b/u.test(mark)) open.push(`${open.pop() ?? ''} `);
    else if (!mark.endsWith('/>')) open.push('');
  }
  return done;
}

/** What the paragraphs of a part say. */
export function paragraphTexts(xml: string): readonly string[] {
  return paragraphsOf(xml).map(({ text }) => text);
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
}

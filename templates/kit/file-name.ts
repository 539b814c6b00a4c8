/** Windows refuses these in a file name; the full-width form reads the same. */
const fullWidth: Readonly<Record<string, string>> = {
  '<': '＜',
  '>': '＞',
  ':': '：',
  '"': '＂',
  '/': '／',
  '\\': '＼',
  '|': '｜',
  '?': '？',
  '*': '＊',
};

/** Names Windows keeps for devices, whatever the extension. */
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/i;

/** Linux allows 255 bytes a name; the rest is left for a suffix such as ` (2)` and for temporary names. */
const longestStemInBytes = 220;

/**
 * `任务承诺书_尉迟川小学数学名师工作室_武昌教名〔2026〕3号.docx` from its parts. Characters Windows forbids are replaced,
 * trailing dots and spaces dropped, reserved device names avoided, and a name too long for a file system cut.
 */
export function fileName(parts: readonly string[]): string {
  const stem = parts
    .map((part) => part.replace(/[<>:"/\\|?*]/g, (character) => fullWidth[character] ?? '').replace(/\p{Cc}/gu, ''))
    .join('_');
  const cut = withoutTrailingDots(cutToBytes(withoutTrailingDots(stem.trim()), longestStemInBytes));
  const [device = ''] = cut.split('.', 1);
  return `${reserved.test(device.trim()) ? `_${cut}` : cut}.docx`;
}

function withoutTrailingDots(stem: string): string {
  return stem.replace(/[. ]+$/, '');
}

/** The longest beginning, in whole characters, whose UTF-8 form has at most so many bytes. */
function cutToBytes(stem: string, bytes: number): string {
  const encoder = new TextEncoder();
  let length = 0;
  let result = '';
  for (const character of stem) {
    length += encoder.encode(character).length;
    if (length > bytes) return result;
    result += character;
  }
  return result;
}

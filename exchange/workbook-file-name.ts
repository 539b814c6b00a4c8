/** Names Windows keeps for devices. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;
/** Most file systems take 255 bytes; a Chinese character is three. */
const longest = 80;

/** A file name that Windows and Linux both take: 2026年武昌区教育系统名师工作室备案汇总表（区教育局）.xlsx. */
export function workbookFileName(title: string, department: string): string {
  const safe = (text: string): string => text.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '').replaceAll(/^[\s.]+|[\s.]+$/gu, '');
  const name = [...`${safe(title)}${safe(department) === '' ? '' : `（${safe(department)}）`}`].slice(0, longest).join('');
  return `${reserved.test(name) ? `_${name}` : name}.xlsx`;
}

import type { InputOf } from '../../../workflow/contract/contract.ts';
import type { DocumentSettingsView } from '../../../workflow/contract/document-settings.ts';
import type { DeskArguments, DeskCommand } from '../desk-command.ts';
import { UsageError } from '../usage-error.ts';

type Changes = InputOf<'changeDocumentSettings'>;

/** `整改通知书=武昌教改` or `武昌教名` as its two parts; the first is empty without `=`. */
function pairOf(text: string): readonly [string, string] {
  const at = text.indexOf('=');
  return at < 0 ? ['', text.trim()] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}

/** Each prefix given replaces the one set for the same documents from the same year. */
function seriesGiven(given: DeskArguments, { series, numbered }: DocumentSettingsView, year: number): Changes['series'] {
  const fromYear = given.text('from-year') === undefined ? year : Number(given.text('from-year'));
  return given.all('prefix').reduce((all, text) => {
    const [what, prefix] = pairOf(text);
    const document = what === '' ? null : numbered.find(({ id, label }) => id === what || label === what)?.id;
    if (document === undefined) {
      throw new UsageError(`没有「${what}」这种编号的文书。可设的有 ${numbered.map(({ label }) => label).join('、')}。`);
    }
    const others = all.filter((each) => each.document !== document || each.fromYear !== fromYear);
    return prefix === '' ? others : [...others, { document, fromYear, prefix }];
  }, series);
}

function startsGiven(given: DeskArguments, { starts }: DocumentSettingsView): Changes['starts'] {
  return given.all('next').reduce((all, text) => {
    const match = /^(.+)〔(\d{4})〕(\d{1,5})号?$/u.exec(text);
    if (match === null) throw new UsageError(`「${text}」应写成 --next 武昌教名〔2026〕13号 的样子。`);
    const [, prefix = '', year = '', next = ''] = match;
    const others = all.filter((each) => each.prefix !== prefix || each.year !== Number(year));
    return [...others, { prefix, year: Number(year), next: Number(next) }];
  }, starts);
}

function fontsGiven(given: DeskArguments, { fonts, fontSets, faces }: DocumentSettingsView): Changes['fonts'] {
  const set = given.text('fonts');
  const chosen = fontSets.find(({ id }) => id === set);
  if (set !== undefined && chosen === undefined) {
    throw new UsageError(`没有「${set}」这套字体。可选的有 ${fontSets.map(({ id, label }) => `${id}（${label}）`).join('、')}。`);
  }
  return given.all('font').reduce(
    (all, text) => {
      const [what, name] = pairOf(text);
      const face = faces.find(({ id, label }) => id === what || label === what);
      if (face === undefined)
        throw new UsageError(`没有「${what}」这种用途的字体。可设的有 ${faces.map(({ label }) => label).join('、')}。`);
      const before = all[face.id] ?? face.usual;
      return { ...all, [face.id]: { ...before, name } };
    },
    chosen === undefined ? fonts : chosen.fonts,
  );
}

/** Names, each its own or several with 、 between them; the blank one is none. */
function namesGiven(given: DeskArguments, option: string): string[] {
  return given
    .all(option)
    .flatMap((names) => names.split(/[、，,]/u))
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** `户名／开户银行／账号` as its three parts; the blank one is none. */
function accountGiven(given: string): Changes['reclaimAccount'] {
  if (given.trim() === '') return null;
  const [holder = '', bank = '', number = ''] = given.split(/[／/]/u).map((part) => part.trim());
  if (holder === '' || bank === '' || number === '')
    throw new UsageError(`「${given}」应写成 --reclaim-account 户名／开户银行／账号 的样子。`);
  return { holder, bank, number };
}

const letterForms = { full: '全文', brief: '简式' } as const satisfies Record<DocumentSettingsView['letterForm'], string>;

function letterFormGiven(given: string): DocumentSettingsView['letterForm'] {
  if (given === letterForms.full) return 'full';
  if (given === letterForms.brief) return 'brief';
  throw new UsageError(`没有「${given}」这种任务承诺书。请写 --letter-form 全文 或 --letter-form 简式。`);
}

function changesGiven(given: DeskArguments, view: DocumentSettingsView, year: number): Changes {
  const officialName = given.text('official-name');
  const printer = given.text('printer')?.trim();
  const address = given.text('address')?.trim();
  const handBackDays = given.text('hand-back-days');
  const plaqueSize = given.text('plaque-size')?.trim();
  const letterForm = given.text('letter-form');
  const account = given.text('reclaim-account');
  return {
    ...(officialName === undefined ? {} : { officialName }),
    ...(given.all('prefix').length === 0 ? {} : { series: seriesGiven(given, view, year) ?? [] }),
    ...(given.all('next').length === 0 ? {} : { starts: startsGiven(given, view) ?? [] }),
    ...(given.all('copy-to').length === 0 ? {} : { copyTo: namesGiven(given, 'copy-to') }),
    ...(given.all('signer').length === 0 ? {} : { signers: namesGiven(given, 'signer') }),
    ...(printer === undefined ? {} : { printer: printer === '' ? null : printer }),
    ...(address === undefined ? {} : { address: address === '' ? null : address }),
    ...(handBackDays === undefined ? {} : { handBackDays: Number(handBackDays) }),
    ...(plaqueSize === undefined ? {} : { plaqueSize }),
    ...(letterForm === undefined ? {} : { letterForm: letterFormGiven(letterForm) }),
    ...(account === undefined ? {} : { reclaimAccount: accountGiven(account) ?? null }),
    ...(given.text('fonts') === undefined && given.all('font').length === 0 ? {} : { fonts: fontsGiven(given, view) ?? {} }),
  };
}

function described({
  department,
  officialName,
  usualPrefix,
  series,
  numbered,
  numbers,
  signers,
  copyTo,
  printer,
  address,
  handBackDays,
  plaqueSize,
  letterForm,
  reclaimAccount,
  faces,
  fonts,
}: DocumentSettingsView): string {
  const label = (id: string | null): string => (id === null ? '各种文书' : (numbered.find((each) => each.id === id)?.label ?? id));
  return [
    `部门：${department}，文书上写「${officialName}」`,
    `发文字号代字：${usualPrefix}`,
    ...series.map(({ document, fromYear, prefix }) => `  ${label(document)}自 ${fromYear} 年起用 ${prefix}`),
    ...numbers.map(({ prefix, year, next, taken, gaps }) => {
      const passed = gaps.length === 0 ? '' : `，未在本程序取用：${gaps.join('、')}`;
      return `  ${prefix}〔${year}〕：已用 ${taken} 个，下一号 ${next}号${passed}`;
    }),
    `签发人：${signers.length === 0 ? '（未设）' : signers.join('、')}，印发机关：${printer ?? '本部门办公室'}，通信地址：${address ?? '（未设）'}`,
    `抄送：${copyTo.length === 0 ? '（无）' : copyTo.join('、')}`,
    `牌匾规格：${plaqueSize}，任务承诺书：${letterForms[letterForm]}`,
    `撤销称号后交回期限：${handBackDays} 天，收回资金的账户：${reclaimAccount === null ? '（未设）' : `${reclaimAccount.holder}，${reclaimAccount.bank}，${reclaimAccount.number}`}`,
    `字体：${faces.map(({ id, label: face, usual }) => `${face} ${(fonts[id] ?? usual).name}`).join('，')}`,
  ].join('\n');
}

/** Shows and changes what a department has settled about its documents. */
export const settings: DeskCommand = {
  name: 'settings',
  usage: '[--official-name 全称] [--prefix 文书=代字] [--next 文号] [--copy-to 单位] [--fonts 字体集] [--font 用途=字体]',
  summary: '查看、更改本部门的文书设置：全称、发文字号、抄送单位、字体。不写选项时只显示。',
  needsRegister: true,
  options: {
    'official-name': { value: '全称', help: '本部门现用名称在文书上的写法；更名请用 desk run change-departments' },
    prefix: {
      value: '文书=代字',
      repeated: true,
      help: '某种文书的发文字号代字，如 整改通知书=武昌教改；只写代字则各种文书都用；「文书=」取消',
    },
    'from-year': { value: '年度', help: '代字自哪一年起用，不写为今年' },
    next: { value: '文号', repeated: true, help: '下一个文号，如 武昌教名〔2026〕13号：之前的号已在程序外用过' },
    'copy-to': { value: '单位', repeated: true, help: '默认抄送单位，可写多次；写空（--copy-to ""）则取消' },
    signer: { value: '姓名', repeated: true, help: '上行文的签发人，可写多次' },
    printer: { value: '机关', help: '印发机关，不设为本部门办公室' },
    'plaque-size': { value: '长×高', help: '牌匾规格，不设为 60厘米×40厘米' },
    'letter-form': { value: '文本', help: '任务承诺书用全文还是简式（一页），不设为全文' },
    address: { value: '地址', help: '公示等文书上的通信地址和邮编' },
    'hand-back-days': { value: '天数', help: '撤销称号后交回牌匾、命名文件和资金的期限，不设为 15 天' },
    'reclaim-account': { value: '户名／开户银行／账号', help: '收回资金的账户；写空（--reclaim-account ""）则取消' },
    fonts: { value: '字体集', help: 'national 国标字体，windows Windows 自带字体，founder 麒麟、统信自带字体' },
    font: { value: '用途=字体', repeated: true, help: '单独换一种字体，如 标题=方正小标宋_GBK' },
  },
  async run(workflow, given) {
    const view = await workflow.showDocumentSettings({});
    const { today } = await workflow.session({});
    const changes = changesGiven(given, view, Number(today.slice(0, 4)));
    const settled = Object.keys(changes).length === 0 ? view : await workflow.changeDocumentSettings(changes);
    return { json: settled, text: described(settled) };
  },
};

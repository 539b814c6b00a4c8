import { type Level, levels, type Qualification, type QualificationKind } from '../policy/qualification.ts';
import { compactCode, singleLine, withoutInvisible } from './normalise-text.ts';

/** The grounds a cell claims: those whose kind and level are certain, and the others as written. */
export interface Claims {
  readonly qualifications: readonly Qualification[];
  readonly unclear: readonly UnclearClaim[];
}

export interface UnclearClaim {
  readonly text: string;
  readonly lacks: 'kind' | 'level' | 'both';
}

/** Reads the cell 资格依据, such as 武昌区名师（2022）；全国美术教学比赛一等奖（2021）. 第五条第二项. */
export function readClaims(text: string): Claims {
  const qualifications: Qualification[] = [];
  const unclear: UnclearClaim[] = [];
  for (const part of splitClaims(withoutInvisible(text))) {
    const { name, year, issuingBody } = partsOfClaim(part);
    if (name === '') continue;
    const kind = kindOfClaim(name);
    const level = levelOfClaim(name) ?? (issuingBody === undefined ? undefined : levelOfClaim(issuingBody));
    if (kind === undefined || level === undefined) {
      unclear.push({ text: singleLine(part), lacks: kind === undefined ? (level === undefined ? 'both' : 'kind') : 'level' });
      continue;
    }
    qualifications.push({
      kind,
      level,
      name,
      ...(issuingBody === undefined ? {} : { issuingBody }),
      ...(year === undefined ? {} : { year }),
    });
  }
  return { qualifications, unclear };
}

/** The claims as one cell: the inverse of `readClaims`. */
export function claimsText(qualifications: readonly Qualification[], unclear: readonly string[]): string {
  const certain = qualifications.map(({ name, year, issuingBody }) => {
    const notes = [issuingBody, year === undefined ? undefined : String(year)].filter((note) => note !== undefined);
    return notes.length === 0 ? name : `${name}（${notes.join('，')}）`;
  });
  return [...certain, ...unclear].join('；');
}

const separators = new Set(['；', ';', '\n', '、', '，', ',', '。']);
const opening = new Set(['（', '(', '“', '《', '〔', '[', '【', '「', '‘']);
const closing = new Set(['）', ')', '”', '》', '〕', ']', '】', '」', '’']);

/** Splits at separators, but never inside brackets or quotation marks. */
function splitClaims(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const character of text) {
    if (opening.has(character)) depth++;
    else if (closing.has(character)) depth = Math.max(0, depth - 1);
    if (depth === 0 && separators.has(character)) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

const yearText = /(?<!\d)((?:19[5-9]|20\d)\d)(?!\d)年?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:获得?|评为|入选|授予)?/u;
const bracketsAtEnd = /[（(〔[]([^（）()〔〕[\]]*)[）)〕\]]\s*$/u;

/** The name as on the certificate, the year and the issuing body, which stand in brackets or before the name. */
function partsOfClaim(part: string): { name: string; year?: number; issuingBody?: string } {
  const numbered = part.replace(/^\s*(?:[（(]?\d{1,2}[)）.．](?!\d)|[\u2460-\u2473])\s*/u, '');
  const brackets = bracketsAtEnd.exec(numbered);
  const inside = brackets?.[1] ?? '';
  let name = singleLine(brackets === null ? numbered : numbered.slice(0, brackets.index));
  let year = yearOf(inside);
  const rest = singleLine(inside.replace(yearText, '')).replace(/^[，,、;；]+|[，,、;；]+$/gu, '');
  if (year === undefined) {
    const before = new RegExp(`^${yearText.source}`, 'u').exec(name);
    if (before !== null && before[0].length < name.length) {
      year = Number(before[1]);
      name = name.slice(before[0].length);
    }
  }
  const isBody = /(?:局|厅|部|委|会|办|府|院|中心|协会|学会)$/u.test(rest);
  // What is neither a year nor an issuing body belongs to the name: 楚天名师（教学类）.
  if (rest !== '' && !isBody) name = `${name}（${rest}）`;
  return { name, ...(year === undefined ? {} : { year }), ...(isBody ? { issuingBody: rest } : {}) };
}

function yearOf(text: string): number | undefined {
  const match = yearText.exec(compactCode(text));
  return match === null ? undefined : Number(match[1]);
}

/** Somebody who may become one is not one yet. */
const notYet = /后备|培养对象|候选|提名|推荐人选|入围|拟|申报|参加|参与|指导|评委|裁判/u;
const award = /(?:特等|一等|二等|三等|金|银|铜|优胜|优秀|优质课)奖|第[一二三]名|冠军|亚军|季军|金牌|银牌|铜牌/u;
const contest = /比赛|竞赛|大赛|赛课|决赛|展评|评比|大比武|比武|锦标赛|运动会|优质课/u;

/** Which of the five grounds a claim is, or `undefined` when that is not certain. The order decides: 名师人才计划 is a programme. */
export function kindOfClaim(name: string): QualificationKind | undefined {
  if (notYet.test(name)) return undefined;
  if (/津贴/u.test(name)) return 'government-allowance';
  if (contest.test(name)) return award.test(name) ? 'competition-award' : undefined;
  if (/人才(?:计划|工程|项目|支持计划)|英才|(?:千|百|万)人计划|楚天学者|黄鹤英才|产业教授/u.test(name)) return 'talent-programme';
  if (/(?:学科|专业|学术|技术)(?:（专业）|\(专业\)|专业)?带头人/u.test(name)) return 'discipline-leader';
  if (
    /名师|特级教师|(?:优秀|模范)(?:教师|班主任|教育工作者|教练员|医师|护士|工作者)|名校长|名医|名中医|名匠|工匠|大师|技术能手|劳动模范|劳模|五一劳动奖章|先进(?:工作者|个人)|师德(?:标兵|模范)|骨干教师|首席(?:教师|技师|专家)|荣誉称号|先锋|标兵|教学能手|拔尖人才/u.test(
      name,
    )
  ) {
    return 'professional-title';
  }
  return undefined;
}

const provinces =
  '河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆';
const municipalities = '北京|天津|上海|重庆';
const wuhanDistricts = '江岸|江汉|硚口|汉阳|武昌|青山|洪山|东西湖|汉南|蔡甸|江夏|黄陂|新洲';

/** Words that name a level wherever they stand. */
const levelWords: readonly (readonly [Level, RegExp])[] = [
  ['national', /全国|国家级?|国务院|中华|世界|国际|(?:教育|人力资源和社会保障|人社|文化和旅游|文化|民政|卫生健康|科技)部/uy],
  ['provincial', new RegExp(`(?:${provinces})(?:省|(?:壮族|回族|维吾尔)?自治区)?|(?:${municipalities})市|全省|省级|荆楚|楚天`, 'uy')],
  ['municipal', /武汉市?|全市|市级|江城|黄鹤英才/uy],
  ['district', new RegExp(`(?:${wuhanDistricts})区|武昌(?=名师|优|学|骨|专|英|工匠|十|人才)|全区|区级|县级`, 'uy')],
];
/** Words that name a level only where a place is expected: at the beginning, after another place, after 享受 and the like. */
const placeWords: readonly (readonly [Level, RegExp])[] = [
  ['provincial', /省(?!会)/uy],
  ['municipal', /市(?![场民])|\p{Script=Han}{2,3}市(?![场民])/uy],
  ['district', /区(?!域)|\p{Script=Han}{2,3}[区县](?!域)/uy],
];
const beforePlace = /(?:^|享受|获得?|荣获|评为|入选|当选|届|年)$/u;
/** Words with 市 or 区 in them that name no authority. */
const noPlace = /(?:社|校|地|园|赛|城|片|学|景|街|开发|高新|示范|实验)区|(?:城|都|超|门)市/uy;

/**
 * The level a claim names. Places in descending order are one address (湖北省武汉市: municipal); anything else that names two
 * levels (全国竞赛湖北省赛区) is not certain.
 */
export function levelOfClaim(text: string): Level | undefined {
  let last: { level: Level; end: number } | undefined;
  for (let index = 0; index < text.length; ) {
    const placeExpected = last?.end === index || beforePlace.test(text.slice(0, index));
    const hit = levelAt(text, index, placeExpected);
    if (hit === undefined) {
      index++;
      continue;
    }
    if (hit.level !== undefined && last !== undefined && hit.level !== last.level) {
      const isAddress = last.end === index && last.level !== 'national' && levels.indexOf(hit.level) < levels.indexOf(last.level);
      if (!isAddress) return undefined;
    }
    if (hit.level !== undefined) last = { level: hit.level, end: hit.end };
    index = hit.end;
  }
  return last?.level;
}

/** What stands at an index: a word for a level, a word that only looks like one (no level), or nothing of the kind. */
function levelAt(text: string, index: number, placeExpected: boolean): { level: Level | undefined; end: number } | undefined {
  const endOf = (words: RegExp): number | undefined => {
    words.lastIndex = index;
    const match = words.exec(text);
    return match === null ? undefined : index + match[0].length;
  };
  const skipped = endOf(noPlace);
  if (skipped !== undefined) return { level: undefined, end: skipped };
  for (const [level, words] of placeExpected ? [...levelWords, ...placeWords] : levelWords) {
    const end = endOf(words);
    if (end !== undefined && !noPlaceWithin(text.slice(index, end))) return { level, end };
  }
  return undefined;
}

function noPlaceWithin(word: string): boolean {
  return new RegExp(noPlace.source, 'u').test(word);
}

import { addDays, type PlainDate } from '../../policy/plain-date.ts';
import { makeWorkbook, type Typed } from '../exchange/make-workbook.ts';
import { plainHeader, plainRow } from '../exchange/sample-rows.ts';
import type { Dice } from '../workflow/model/dice.ts';
import type { NewPerson } from './people.ts';

/** What a lead of a sector is good at, as studios are named after it. */
const specialities: Readonly<Record<string, readonly string[]>> = {
  教育: ['小学语文', '初中数学', '高中物理', '幼儿教育', '中学英语'],
  卫生: ['中医内科', '全科医学', '护理', '口腔', '康复医学'],
  技能: ['数控加工', '汽车维修', '电气焊接', '西式面点', '建筑测量'],
  民生: ['社会工作', '养老护理', '社区治理', '心理援助', '儿童福利'],
  文化: ['楚剧', '书法', '非遗漆器', '群众舞蹈', '文物修复'],
};

/** How a unit writes a day. */
function dayAsTyped(day: PlainDate, dice: Dice): Typed {
  const [year, month, date] = day.split('-').map(Number);
  return dice.oneOf<Typed>([day, `${year}年${month}月${date}日`, `${year}.${month}.${date}`, new Date(`${day}T00:00:00Z`)]);
}

/** The list of applications that the units of a sector hand in on a day, as their clerks write it: most rows right, some not. */
export function applicationList(
  { sector, rows, today }: { readonly sector: string; readonly rows: number; readonly today: PlainDate },
  dice: Dice,
  newPerson: NewPerson,
  usedNames: Set<string>,
): Promise<Uint8Array> {
  const typed = Array.from({ length: rows }, (_, index) => {
    const lead = newPerson({ from: '1970-01-01', days: 365 * 20 });
    const first = `${lead.name}${dice.oneOf(specialities[sector] ?? [''])}`;
    const name = `${usedNames.has(first) ? `${first}（${usedNames.size}）` : first}名师工作室`;
    usedNames.add(first);
    const members = new Set(Array.from({ length: 3 + dice.below(3) }, () => newPerson({ from: '1985-01-01', days: 365 * 12 }).name));
    members.delete(lead.name);
    while (members.size < 3) members.add(`陆知行${members.size === 1 ? '' : '甲'}`);
    return plainRow(index + 1, {
      工作室名称: name,
      领域: sector,
      领办人姓名: dice.percent(10) ? [...lead.name].join('　') : lead.name,
      性别: lead.sex,
      出生年月: dayAsTyped(lead.birthDate, dice),
      身份证号: dice.percent(2) ? lead.idNumber.slice(0, 17) : lead.idNumber,
      资格依据: dice.percent(5) ? '校级骨干教师（2020）' : '武汉市学科带头人（2019）',
      所在单位: `武昌区${sector}第${1 + dice.below(30)}单位`,
      团队成员: [...members].join(dice.oneOf(['、', '，', ' '])),
      '场所面积（㎡）': dice.percent(4) ? 20 : 60 + dice.below(80),
      '单位专项经费（万元）': dice.percent(10) ? '5万' : 3 + dice.below(8),
      申报日期: dayAsTyped(addDays(today, -dice.below(20)), dice),
    });
  });
  return makeWorkbook({ name: '汇总', rows: [plainHeader, ...typed] });
}

import type { DocumentInput, DocumentKindId } from '../../templates/document-kinds.ts';
import { documentKindIds, documentKinds } from '../../templates/document-kinds.ts';
import type { Field, Fields } from '../../templates/kit/fields.ts';
import { plaqueListOf } from './plaque-samples.ts';
import { awardListOf, briefLetter, letterOf } from './samples.ts';
import { samplesOfKinds } from './samples-of-kinds.ts';

/** A sample that is there for its length: of its content, its names or its title. */
export interface LengthSample {
  readonly id: DocumentKindId;
  /** What is long or short about it, in the words of docs/documents.md. */
  readonly name: string;
  readonly input: DocumentInput<DocumentKindId>;
  /** How many pages it is, where that is what it is for. */
  readonly pages?: number;
}

/** Short and long names of people, as rare as they come: two characters, three, four, and those written with ·. */
const people = ['丁一', '王堃', '尉迟川', '司空朗', '欧阳澄明', '龘頔翀堃', '买买提·吐尔逊', '阿卜杜热依木·买买提艾力·吐尔逊江'];

const subject = '初中信息技术与人工智能跨学科融合教学实践研究与推广应用';

/** A studio's name of so many characters, the lead's at its beginning where there is room for it. */
function studioNameOf(length: number, person: string): string {
  const ending = '名师工作室';
  const room = length - ending.length;
  return room < 1 ? ending.slice(-length) : `${`${person.slice(0, Math.min(4, room))}${subject}`.slice(0, room)}${ending}`;
}

/** A sample with the names of studios and people in it replaced, each by one of another length: studios from `first` to 30 characters and from 2 again. */
function withNames(fields: Fields, sample: unknown, first: number): unknown {
  let count = 0;
  const named = (label: string, value: string): string => {
    const person = people[(first + count) % people.length] ?? '';
    if (/^(?:工作室名称|异议所涉工作室)$/u.test(label)) return studioNameOf(2 + ((first - 2 + count++) % 29), person);
    if (/^(?:领办人姓名|联系人姓名|专家姓名|姓名|接收人|报告人|团队成员|签发人)$/u.test(label)) {
      count++;
      return person;
    }
    return value;
  };
  const changed = (field: Field<unknown>, value: unknown): unknown => {
    if (value === undefined) return value;
    if (field.type === 'text') return named(field.label, value as string);
    if (field.type === 'texts') return (value as string[]).map((line) => named(field.label, line));
    if (field.type === 'record') return record(field.fields ?? {}, value as Readonly<Record<string, unknown>>);
    if (field.type === 'list') return (value as Readonly<Record<string, unknown>>[]).map((each) => record(field.fields ?? {}, each));
    return value;
  };
  const record = (inside: Fields, value: Readonly<Record<string, unknown>>): unknown =>
    Object.fromEntries(
      Object.entries(inside).flatMap(([name, field]) => (value[name] === undefined ? [] : [[name, changed(field, value[name])]])),
    );
  return record(fields, sample as Readonly<Record<string, unknown>>);
}

const counts = [1, 22, 23, 300];

/**
 * Commitment letters of one, two and five pages, lists of 1, 22, 23 and 300 studios, and every kind with studios whose names have 2, 16 and 30
 * characters, and so titles of one, two and three lines.
 */
export const lengthSamples: readonly LengthSample[] = [
  { id: 'commitment-letter', name: '简式', input: briefLetter, pages: 1 },
  { id: 'commitment-letter', name: '简式20项任务', input: { ...letterOf(20), form: 'brief' }, pages: 2 },
  { id: 'commitment-letter', name: '全文12项任务', input: letterOf(12), pages: 5 },
  ...counts.map((count) => ({ id: 'award-list' as const, name: `${count}家`, input: awardListOf(count) })),
  ...counts.map((count) => ({ id: 'plaque-list' as const, name: `${count}家`, input: plaqueListOf(count) })),
  ...documentKindIds.flatMap((id) =>
    [2, 16, 30].map((length) => ({
      id,
      name: `${length}字名称起`,
      input: withNames(documentKinds[id].fields, samplesOfKinds[id].usual, length) as DocumentInput<DocumentKindId>,
    })),
  ),
];

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { memberNames } from '../../exchange/cell-types/member-names.ts';
import { personName } from '../../exchange/cell-types/person-name.ts';
import { readNames } from '../../exchange/name-list.ts';

const context = { label: '团队成员', unit: undefined };
const given = fc.array(fc.constantFrom(...'知行意书禾明远星河一舟静好予安清和𠮷'), { minLength: 1, maxLength: 2 });
const name = fc.tuple(fc.constantFrom(...'陆钟孟祁冉白詹王李'), given).map(([surname, rest]) => surname + rest.join(''));

describe('a name', () => {
  test.each([
    ['王　芳', '王芳'],
    ['王\u00a0芳\u200b', '王芳'],
    ['王\n小明', '王小明'],
    ['买买提•艾力', '买买提·艾力'],
    ['堃一鸣', '堃一鸣'],
    ['𠮷野', '𠮷野'],
  ])('%j is %s', (text, expected) => {
    expect(personName.read({ kind: 'text', text }, context)).toEqual({ value: expected });
  });

  test.each(['1.王芳', '王芳、李四', '王', '王芳（副高）', '王芳123'])('%j is an error', (text) => {
    expect(personName.read({ kind: 'text', text }, context)).toEqual({ error: expect.stringContaining('无法识别姓名') });
  });
});

describe('a list of names', () => {
  test('is split wherever a clerk parts names, and the names come back in their order', () => {
    const separator = fc.constantFrom('、', '，', ',', ';', '；', '/', '\n', ' 、 ', '　，', '、\n');
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 8 }), separator, (names, between) => {
        expect(readNames(names.join(between))).toEqual({ names, doubtful: [], notes: [] });
      }),
    );
  });

  test('is split at blanks between whole names', () => {
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 8 }), fc.constantFrom(' ', '　', '   '), (names, between) => {
        expect(readNames(names.join(between)).names).toEqual(names);
      }),
    );
  });

  test.each([
    ['王　芳、欧阳 澄 李小明', ['王芳', '欧阳澄', '李小明']],
    ['王 小 明', ['王小明']],
    ['王 芳 李 四', ['王芳', '李四']],
    ['司马 迁 诸葛 亮', ['司马迁', '诸葛亮']],
    ['1.田野 2.石磊 3.方圆', ['田野', '石磊', '方圆']],
    ['1、张三 2、李四', ['张三', '李四']],
    ['①张三②李四', ['张三', '李四']],
    ['（1）张三；（2）李四', ['张三', '李四']],
    ['John Smith、李四', ['John Smith', '李四']],
  ])('%j holds %j', (text, names) => {
    expect(readNames(text).names).toEqual(names);
  });

  test('keeps what stands in brackets for a warning', () => {
    expect(memberNames.read({ kind: 'text', text: '张三（副高）、李四' }, context)).toEqual({
      value: ['张三', '李四'],
      warning: '名单中括号里的「副高」没有采用：名单只收姓名。',
    });
  });

  test('warns of a name that stands twice', () => {
    expect(memberNames.read({ kind: 'text', text: '张三、李四、张三' }, context)).toEqual({
      value: ['张三', '李四', '张三'],
      warning: expect.stringContaining('「张三」出现不止一次'),
    });
  });

  test.each(['张三等5人', '张三、李'])('%j is an error that quotes what is no name', (text) => {
    expect(memberNames.read({ kind: 'text', text }, context)).toEqual({ error: expect.stringContaining('不像姓名') });
  });
});

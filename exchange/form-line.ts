import { chineseDate, type PlainDate } from '../policy/plain-date.ts';
import type { FormHeader } from './read-result.ts';

/** The line under the title. What is not known is left for the pen. */
export function formLine(header: Omit<FormHeader, 'date'> & { readonly date?: PlainDate }): string {
  const part = (label: string, value: string | undefined): string => `${label}：${value ?? '　　　　　'}`;
  return [
    part('填报单位（盖章）', header.department),
    part('填报人', header.filler),
    part('联系电话', header.phone),
    part('审核人', header.reviewer),
    part('填报日期', header.date === undefined ? '　　　年　　月　　日' : chineseDate(header.date)),
  ].join('　　');
}

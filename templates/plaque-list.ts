import { studioLevelLabels } from '../policy/seat.ts';
import { choice, date, type InputOf, list, text } from './kit/fields.ts';

/** What a 授牌名单 is written from. */
export const plaqueListFields = {
  period: text('名单所属期间'),
  from: date('期间开始日期'),
  to: date('期间结束日期'),
  level: choice('工作室级别', studioLevelLabels),
  department: text('发文机关全称'),
  issuedOn: date('成文日期'),
  studios: list(
    '工作室',
    {
      name: text('工作室名称'),
      lead: text('领办人姓名'),
      hostUnit: text('所在单位名称'),
      sector: text('所属领域'),
      namedOn: date('命名日期'),
      namingDocument: text('命名文号'),
    },
    'name',
  ),
};
export type PlaqueListInput = InputOf<typeof plaqueListFields>;

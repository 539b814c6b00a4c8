import { hostUnitLabels } from '../../policy/studio-facts.ts';
import { choice } from './choice.ts';

/** 第三条: enterprise or public institution. */
export const hostUnitKind = choice(
  hostUnitLabels,
  {
    enterprise: ['企业单位', '国有企业', '国企', '民营企业', '民企', '私营企业', '外资企业', '公司', '国有', '民营'],
    'public-institution': [
      '事业',
      '公办学校',
      '公立医院',
      '全额事业单位',
      '差额事业单位',
      '公益一类',
      '公益二类',
      '公益一类事业单位',
      '公益二类事业单位',
    ],
    other: ['其它', '社会组织', '社会团体', '民办非企业', '民办非企业单位', '机关', '行政机关', '社区'],
  },
  '从下拉列表中选。',
);

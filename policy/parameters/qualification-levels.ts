import { article } from '../article.ts';
import { parameter } from '../parameter.ts';
import type { Level, QualificationKind } from '../qualification.ts';

const wuchang: Readonly<Record<QualificationKind, Level>> = {
  'government-allowance': 'municipal',
  'discipline-leader': 'municipal',
  'professional-title': 'municipal',
  'talent-programme': 'district',
  'competition-award': 'provincial',
};

/** The lowest level at which each ground qualifies a lead; one of the five is enough. 第五条第二项. */
export const qualificationLevels = parameter({
  label: '领办人资格依据的最低级别',
  unit: '级别',
  values: { '2014-10-10': { value: wuchang, source: article(5, 2) } },
});

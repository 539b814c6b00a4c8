import { article } from '../article.ts';
import { parameter } from '../parameter.ts';
import { type Level, levelLabels, type QualificationKind, qualificationLabels } from '../qualification.ts';
import { type Fields, oneOf, record } from '../shape.ts';

type LowestLevels = Readonly<Record<QualificationKind, Level>>;

const level = oneOf(levelLabels);
const fields: Fields<LowestLevels> = {
  'government-allowance': [qualificationLabels['government-allowance'], level],
  'discipline-leader': [qualificationLabels['discipline-leader'], level],
  'professional-title': [qualificationLabels['professional-title'], level],
  'talent-programme': [qualificationLabels['talent-programme'], level],
  'competition-award': [qualificationLabels['competition-award'], level],
};

const wuchang: LowestLevels = {
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
  shape: record(fields),
  values: { '2014-10-10': { value: wuchang, source: article(5, 2) } },
});

import { articleText } from '../../policy/article.ts';
import { type Measures, measuresOn } from '../../policy/measures.ts';
import { plainDate } from '../../policy/plain-date.ts';
import { levelLabels, type QualificationKind, qualificationKinds, qualificationLabels } from '../../policy/qualification.ts';

/** A number the Measures set, as it is read out. */
export interface ParameterLine {
  readonly label: string;
  readonly value: string;
  readonly article: string;
}

/** Every number in force on a day, in the order of the articles. */
export function parameterLines(today: string): readonly ParameterLine[] {
  const { values } = measuresOn(plainDate(today));
  const { male, female } = values.leadAgeLimit.value;
  const { least, most } = values.teamSize.value;
  const line = (label: string, value: string, name: keyof Measures['values']): ParameterLine => ({
    label,
    value,
    article: articleText(values[name].source),
  });
  return [
    line('领办人', `${values.leadCount.value} 人`, 'leadCount'),
    line('团队成员', `${least} 至 ${most} 人`, 'teamSize'),
    ...qualificationKinds.map((kind: QualificationKind) =>
      line(`领办人资格：${qualificationLabels[kind]}`, `${levelLabels[values.qualificationLevels.value[kind]]}以上`, 'qualificationLevels'),
    ),
    line('领办人年龄（男）', `不超过 ${male.general} 周岁，特殊情况不超过 ${male.special} 周岁`, 'leadAgeLimit'),
    line('领办人年龄（女）', `不超过 ${female.general} 周岁，特殊情况不超过 ${female.special} 周岁`, 'leadAgeLimit'),
    line('团队成员年龄', `${values.memberAgeLimit.value} 周岁以下（含）`, 'memberAgeLimit'),
    line('场地面积', `一般不小于 ${values.minimumArea.value} 平方米`, 'minimumArea'),
    line('每年培训', `${values.trainingTarget.value} 人次以上`, 'trainingTarget'),
    line('每年区级以上重点课题', `至少 ${values.topicTarget.value} 项`, 'topicTarget'),
    line('每年高端培训或学术活动', `${values.eventTarget.value} 次`, 'eventTarget'),
    line('每年创新成果', `至少 ${values.innovationTarget.value} 项`, 'innovationTarget'),
    line('建设周期', `${values.cycleYears.value} 年`, 'cycleYears'),
    line('整改期限（《办法》未写明，默认值）', `${values.rectificationDays.value} 日`, 'rectificationDays'),
  ];
}

/** An article of the Measures in our own short words: what it asks for, so that it can stand beside the act it governs. */
export interface ArticleSummary {
  readonly number: string;
  readonly title: string;
  readonly summary: string;
  /** Its items (项) or paragraphs (款), each by how it is cited, where acts stand on one of them. */
  readonly parts?: Readonly<Record<string, string>>;
}

/** The Measures in brief. The text itself is the authority; these lines say what the program does by it. */
export const articleSummaries: readonly ArticleSummary[] = [
  {
    number: '第二条',
    title: '定义',
    summary: '以名师姓名及专业特色命名，由具有技术专长和社会影响力的名师领衔，是非行政性工作机构。',
  },
  { number: '第三条', title: '组成', summary: '依托区内企事业单位；领办人和团队成员的人数有规定，有固定学员或明确的培训对象。' },
  { number: '第四条', title: '组建', summary: '领办人提出申请，经有关部门确认后选聘团队成员，对工作室负主要责任。' },
  {
    number: '第五条',
    title: '领办人资格',
    summary: '品行良好无违纪违规；五类资格至少具备一项；在一线岗位；年龄不超过一般上限，特殊情况须说明理由并经批准，不得超过特殊上限。',
    parts: {
      第一项: '品行良好，无违纪违规记录，愿意传帮带。',
      第二项: '所列资格依据至少具备一项。',
      第三项: '在一线岗位工作，群众认可，作风扎实，有开拓创新精神。',
      第四项: '身体健康，年龄不超过一般上限；特殊情况须说明理由并经批准，不得超过特殊上限。',
    },
  },
  { number: '第六条', title: '成员资格', summary: '原则上为规定年龄以下的业务骨干，已有荣誉或成果；品德与专业素质合格。' },
  { number: '第七条', title: '建设条件', summary: '固定场所与功能区域、制度规范、固定工作人员、所在单位的专项经费。' },
  { number: '第八条', title: '职责', summary: '以技术攻关、课题研究、经验传授为主要内容。' },
  { number: '第九条', title: '任务承诺', summary: '命名后与主管部门签订任务承诺书，五类任务，逐项有目标。' },
  { number: '第十条', title: '级别', summary: '分系统内和区级；区级只从系统内名师工作室中评选。' },
  {
    number: '第十一条',
    title: '系统内评定',
    summary: '单位推荐、申请；主管部门审查，退回或受理，现场考察；党组会议研究同意后命名，报区人力资源局备案。',
    parts: {
      第一项: '本人自愿申请，所在单位审核同意并推荐后，向主管部门提交申请材料。',
      第二项: '主管部门审查申报材料，不符合的退回，符合的受理并现场考察。',
      第三项: '考察结果经党组会议研究同意后命名，报区人力资源局备案。',
    },
  },
  {
    number: '第十二条',
    title: '区级评定',
    summary: '每年在规定月份集中评选：申请、推荐、评审、公示、授牌、资助；数量和金额不得超过上限。',
    parts: {
      第一项: '系统内名师工作室经所在单位同意，向主管部门书面申请。',
      第二项: '主管部门按评选通知，从提出申请的工作室中择优推荐，家数有规定。',
      第三项: '区人力资源局组织现场考察和专家评审，拟入围名单报领导小组办公室审定。',
      第四项: '领导小组办公室审定后公示，天数有规定。',
      第五项: '公示无异议的，由领导小组办公室命名授牌。',
      第六项: '按行业性质在限额内资助建设经费。',
    },
  },
  { number: '第十三条', title: '共同管理', summary: '领导小组办公室、区人力资源局、主管部门和所在单位共同管理和支持。' },
  { number: '第十四条', title: '所在单位', summary: '保障经费、人员和场地，协管和监督；领办人负责日常运行。' },
  { number: '第十五条', title: '主管部门', summary: '审查、命名、考核系统内工作室；各系统每年新建不少于规定家数。' },
  { number: '第十六条', title: '区人力资源局', summary: '系统内备案、区级直接管理；年初计划、年中督查、年底评审考核。' },
  { number: '第十七条', title: '领导小组办公室', summary: '统筹管理，对区级名师工作室授牌。' },
  { number: '第十八条', title: '经费', summary: '专户管理、专款专用，限于列明的用途；区级资助先建后补。' },
  {
    number: '第十九条',
    title: '考核',
    summary:
      '按建设周期考核，周期最后一年为周期性考核，此前各年为过程性考核，对照承诺书逐项进行；过程性不合格发整改通知书，逾期不到位撤销；周期性不合格直接撤销。',
    parts: {
      第一款: '按建设周期考核，周期最后一年为周期性考核，此前各年为过程性考核；区级由区人力资源局考核，系统内由主管部门考核。',
      第二款:
        '对照承诺书逐项实地检查，分优秀、合格、不合格。过程性合格以上自动进入下一周期，不合格的发整改通知书，逾期不到位撤销、收回命名；周期性合格以上续签承诺书，优秀的奖励，不合格直接撤销。',
      第三款: '周期性考核结果，系统内的报区人力资源局审定，区级的由领导小组办公室审定。',
    },
  },
  { number: '第二十条', title: '动态检查', summary: '弄虚作假、违纪违法或重大过失，查实后撤销称号、收回经费、通报批评。' },
  { number: '第二十一条', title: '解释', summary: '由区委人才工作领导小组办公室、区人力资源局解释。' },
  { number: '第二十二条', title: '施行', summary: '自发布之日起施行。' },
];

/** What a citation says in brief: of 第十一条第二项 that item where it is told by itself, else the article it belongs to. */
export function summaryOf(citation: string): Pick<ArticleSummary, 'title' | 'summary'> | undefined {
  const [, number, part = ''] = /^(第[一二三四五六七八九十]+条)(.*)$/u.exec(citation) ?? [];
  const article = articleSummaries.find((each) => each.number === number);
  return article && { title: article.title, summary: article.parts?.[part] ?? article.summary };
}

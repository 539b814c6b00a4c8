import { type Article, article, articleParagraph } from './article.ts';

/** One provision of the Measures in our own words. `binds`: it says must, may not, within or how many. */
export interface Provision {
  readonly place: Article;
  readonly subject: string;
  readonly binds: boolean;
}

function binding(place: Article, subject: string): Provision {
  return { place, subject, binds: true };
}

function stating(place: Article, subject: string): Provision {
  return { place, subject, binds: false };
}

/** Every provision of the 2014 text in its order, article by article, item (项) by item, paragraph (款) by paragraph. */
export const provisions: readonly Provision[] = [
  stating(article(1), '目的和依据'),
  binding(article(2), '以名师姓名及专业特色命名，由具有专长和影响力的名师领衔'),
  binding(article(3), '依托区内企事业单位；领办人一人，成员三至五人；有固定学员或明确的培训对象'),
  binding(article(4), '领办人申请并经确认，再选聘成员'),
  binding(article(5, 1), '领办人品行，无违纪违规'),
  binding(article(5, 2), '领办人资格依据，五项具备其一'),
  binding(article(5, 3), '领办人在一线岗位'),
  binding(article(5, 4), '领办人健康和年龄上限，特殊情况另有上限'),
  binding(article(6, 1), '成员年龄和荣誉成果'),
  binding(article(6, 2), '成员品德与合作'),
  binding(article(6, 3), '成员专业素质'),
  binding(article(7, 1), '场所面积和功能区域'),
  binding(article(7, 2), '制度、流程、工作计划和活动课表'),
  binding(article(7, 3), '相对固定的工作人员'),
  binding(article(7, 4), '所在单位专项经费'),
  stating(article(8), '工作内容和职责'),
  binding(article(9), '命名后签订任务承诺书'),
  binding(article(9, 1), '行业示范'),
  binding(article(9, 2), '培养人才，每年培训人次下限'),
  binding(article(9, 3), '学术研究，每年课题和高端活动下限'),
  binding(article(9, 4), '理论成果'),
  binding(article(9, 5), '创新成果，每年下限'),
  binding(article(10), '两个级别，区级从系统内产生'),
  binding(article(11), '系统内评定由各行业主管部门组织，可定评审细则'),
  binding(article(11, 1), '单位审核推荐，提交申请'),
  binding(article(11, 2), '审查：退回或受理，现场考察'),
  binding(article(11, 3), '党组会议研究，命名，报备案'),
  binding(article(12), '区级每年第三季度评选一次，每年名额上限'),
  binding(article(12, 1), '系统内工作室经单位同意申请'),
  binding(article(12, 2), '各主管部门推荐一至二家'),
  binding(article(12, 3), '考察和专家评审，拟入围名单报审定'),
  binding(article(12, 4), '审定后公示五天'),
  binding(article(12, 5), '公示无异议的授牌'),
  binding(article(12, 6), '按性质在限额内资助建设经费'),
  stating(article(13), '共同管理和支持'),
  binding(article(14), '所在单位保障和监督'),
  binding(article(15), '主管部门负责审查命名考核，每系统每年至少新建一家'),
  binding(article(16), '人力资源局备案管理、直接管理区级，年初年中年底各有事项'),
  binding(article(17), '区委人才办统筹，对区级授牌'),
  binding(article(18), '专户管理，领办人签字，专款专用，五类支出，先建后补'),
  binding(articleParagraph(19, 1), '两年一个周期，第一年过程性考核，第二年周期性考核，由谁考核'),
  binding(articleParagraph(19, 2), '逐项考核，三个等次，各等次的后果'),
  binding(articleParagraph(19, 3), '周期性考核结果由谁审定'),
  binding(article(20), '弄虚作假等经查实的，撤销、收回、通报'),
  stating(article(21), '解释权'),
  binding(article(22), '自发布之日施行'),
];

/** One line a clerk types, on a day, in the name of a department; written as it stands in the document, without `desk`. */
export interface LifeStep {
  readonly day: string;
  readonly seat: string;
  readonly line: string;
}

/** A part of the story, with its steps. */
export interface LifeChapter {
  readonly title: string;
  readonly steps: readonly LifeStep[];
}

const education = '区教育局';
const hr = '区人力资源局';
const office = '区委人才工作领导小组办公室';
const good = '方予安小学语文名师工作室';
const bad = '陶景行高中物理名师工作室';

const on = (day: string, seat: string, ...lines: readonly string[]): readonly LifeStep[] => lines.map((line) => ({ day, seat, line }));

/** The same line for both studios. */
const both = (line: (studio: string) => string) => [line(good), line(bad)];

/** What a studio did in a year, by task; `except` replaces amounts. */
function year(studio: string, day: string, except: Readonly<Record<string, number>> = {}): readonly LifeStep[] {
  const done = [
    ['1-1', '示范讲座', 2],
    ['1-2', '备课指南', 1],
    ['2-1', '教师培训', 560],
    ['2-2', '培养方案', 1],
    ['3-1', '区级调研课题', 2],
    ['3-2', '学术研讨会', 1],
    ['4-1', '教研论文', 3],
    ['5-1', '作业设计成果', 1],
  ] as const;
  return done.flatMap(([task, title, amount]) => {
    const level = task === '3-1' ? ' --set level=区级' : '';
    const line = `run record-activity --studio ${studio} --set task=${task} --set title=${title} --set amount=${except[task] ?? amount} --set evidence=签到表、照片${level}`;
    return on(day, hr, line);
  });
}

/** One studio from its application to the renewal of its letter, another from its application to revocation and the money back. */
export const life: readonly LifeChapter[] = [
  {
    title: '一、系统内评定（第十一条）',
    steps: [
      ...on('2026-08-10', education, 'import 申报汇总表.xlsx --clean-rows-only'),
      ...on('2026-08-11', education, ...both((studio) => `run accept --studio ${studio}`)),
      ...on(
        '2026-08-14',
        education,
        ...both((studio) => `run inspect --studio ${studio} --set inspectors=林清源、何思齐 --set result=通过 --set verified=是`),
      ),
      ...on(
        '2026-08-18',
        education,
        ...both((studio) => `run decide --studio ${studio} --set minutes=武昌教党纪〔2026〕8号 --set decision=同意`),
      ),
      ...on('2026-08-20', education, ...both((studio) => `run name --studio ${studio}`)),
      ...on('2026-08-21', education, ...both((studio) => `run file --studio ${studio}`)),
      ...on('2026-08-24', hr, `run return-filing --studio ${good} --set reason=缺会议纪要复印件，请补报`),
      ...on('2026-08-25', education, `run file --studio ${good}`),
      ...on('2026-08-26', hr, ...both((studio) => `run acknowledge-filing --studio ${studio}`)),
    ],
  },
  {
    title: '二、区级评选（第十二条）',
    steps: [
      ...on('2026-09-01', hr, 'run open-round'),
      ...on('2026-09-02', education, ...both((studio) => `run apply-to-round --studio ${studio} --set unitAgreed=是`)),
      ...on(
        '2026-09-03',
        education,
        `run recommend --studio ${good} --set rank=1 --set reason=业绩突出`,
        `run recommend --studio ${bad} --set rank=2 --set reason=特色鲜明`,
      ),
      ...on(
        '2026-09-04',
        hr,
        'run set-round-criteria --set title.1=示范引领 --set points.1=60 --set title.2=人才培养 --set points.2=40',
        ...['钟离恒', '沈青'].map((name) => `run register-expert --set name=${name} --set employer=市教育科学研究院 --set declared=是`),
      ),
      ...on('2026-09-07', hr, ...both((studio) => `run inspect-candidate --studio ${studio} --set inspectors=林清源 --set result=通过`)),
      ...on(
        '2026-09-08',
        hr,
        ...['钟离恒', '沈青'].flatMap((name) => [
          `run record-expert-scores --studio ${good} --set expert=${name} --set score.1=56 --set score.2=38`,
          `run record-expert-scores --studio ${bad} --set expert=${name} --set score.1=50 --set score.2=36`,
        ]),
      ),
      ...on('2026-09-09', hr, ...both((studio) => `run shortlist --studio ${studio}`)),
      ...on(
        '2026-09-10',
        office,
        'run approve-shortlist --set minutes=人才办纪〔2026〕3号',
        'run post-public-notice --set place=区政府网站',
      ),
      ...on('2026-09-15', office, `run award-plaque --studio ${good}`),
      ...on('2026-09-16', office, ...both((studio) => `run award-plaque --studio ${studio}`)),
      ...on(
        '2026-09-18',
        hr,
        `run decide-grant --studio ${good} --set nature=纯公益性 --set amount=90000`,
        ...both((studio) => `run decide-grant --studio ${studio} --set nature=纯公益性 --set amount=60000`),
      ),
    ],
  },
  {
    title: '三、承诺、建设与资助（第九条、第十八条）',
    steps: [
      ...on('2026-10-08', hr, ...both((studio) => `run sign-commitment-letter --studio ${studio}`)),
      ...on('2026-10-09', hr, ...both((studio) => `run open-fund-account --studio ${studio} --set name=名师工作室专账`)),
      ...on(
        '2026-10-12',
        hr,
        ...both(
          (studio) =>
            `run record-income --studio ${studio} --set source=所在单位 --set amount=80000 --set voucher=收-1 --set summary=单位安排经费`,
        ),
      ),
      ...on(
        '2026-11-02',
        hr,
        ...both(
          (studio) =>
            `run record-expense --studio ${studio} --set category=工作室基础建设 --set amount=65000 --set voucher=付-1 --set summary=教研室改造 --set payee=宏图装饰公司 --set handler=何思齐 --set signedBy=${studio.slice(0, 3)} --set signedOn=2026-11-02 --set checkedBy=单位财务`,
        ),
      ),
      ...on('2026-11-10', hr, ...both((studio) => `run pay-grant --studio ${studio} --set voucher=拨-${studio.slice(0, 1)}`)),
    ],
  },
  {
    title: '四、另一家：问题查实、撤销称号、收回资助（第二十条）',
    steps: [
      ...on('2027-04-06', hr, `run open-case --studio ${bad} --set kind=弄虚作假 --set how=群众来信 --set facts=论文系他人作品`),
      ...on(
        '2027-04-20',
        hr,
        `run verify-case --studio ${bad} --set by=区纪委监委 --set holds=是 --set findings=两篇论文系他人作品 --set evidence=期刊社复函;谈话笔录 --set statement=承认未参与撰写`,
      ),
      ...on('2027-04-22', hr, `run propose-revocation --studio ${bad}`),
      ...on('2027-05-10', office, `run revoke --studio ${bad} --set minutes=人才工作领导小组2027年第2次会议`),
      ...on('2027-05-11', office, `run issue-circular --studio ${bad} --set people=陶景行`),
      ...on('2027-05-13', office, `run take-back-plaque --studio ${bad} --set receivedBy=何思齐`),
      ...on('2027-05-17', education, `run revoke --studio ${bad} --set minutes=武昌教党纪〔2027〕3号`),
      ...on(
        '2027-05-18',
        education,
        `run issue-circular --studio ${bad} --set people=陶景行`,
        `run take-back-plaque --studio ${bad} --set receivedBy=林清源`,
      ),
      ...on('2027-05-20', hr, `run reclaim-grant --studio ${bad} --set voucher=退-1 --set amount=20000`),
      ...on('2027-06-21', hr, `run reclaim-grant --studio ${bad} --set voucher=退-2`),
      ...on(
        '2027-06-22',
        education,
        `run return-funds --studio ${bad} --set source=所在单位 --set amount=15000 --set voucher=付-2 --set summary=专户结余退回`,
      ),
      ...on('2027-06-23', education, `run apply-to-round --studio ${bad} --set unitAgreed=是`),
    ],
  },
  {
    title: '五、过程性考核与整改（第十九条）',
    steps: [
      ...year(good, '2027-06-18', { '2-1': 412 }),
      ...on(
        '2027-10-11',
        hr,
        `run record-process-assessment --studio ${good} --set assessors=林清源、何思齐 --set grade=不合格 --set opinion=培训人次不足`,
      ),
      ...on('2027-10-13', hr, `run issue-rectification-notice --studio ${good}`),
      ...on(
        '2027-11-01',
        hr,
        `run record-activity --studio ${good} --set task=2-1 --set title=补充培训 --set amount=90 --set evidence=签到表、照片 --set date=2027-10-29`,
      ),
      ...on('2027-11-05', hr, `run record-rectification-report --studio ${good} --set reporter=方予安 --set result.2-1=补训90人次`),
      ...on('2027-11-08', hr, `run record-reinspection --studio ${good} --set inspectors=林清源 --set result=整改到位`),
    ],
  },
  {
    title: '六、周期性考核与续签（第十九条）',
    steps: [
      ...year(good, '2028-06-20', { '2-1': 620 }),
      ...on(
        '2028-09-20',
        hr,
        `run record-periodic-assessment --studio ${good} --set assessors=林清源、何思齐 --set grade=合格 --set opinion=首年培训人次不足，整改后合计达标`,
      ),
      ...on('2028-09-25', office, `run approve-periodic-result --studio ${good} --set decision=审定通过`),
      ...on('2028-10-09', hr, `run renew-letter --studio ${good}`, 'verify'),
    ],
  },
];

/**
 * A revised rule as somebody would type it in: other ages, a cycle of three years, other grants, a notice in working days. Invented for
 * the tests.
 */
export const revisedMeasures = {
  id: 'wuchang-2027',
  title: '武昌区名师工作室建设管理办法（修订）',
  documentNumber: '武昌人才办〔2026〕9号',
  effectiveFrom: '2027-01-01',
  values: {
    leadAgeLimit: {
      value: { male: { general: 58, special: 63 }, female: { general: 55, special: 58 } },
      source: { article: 6, item: 4 },
    },
    memberAgeLimit: { value: 40, source: { article: 7, item: 1 } },
    trainingTarget: { value: 600, source: { article: 9, item: 2 } },
    publicNoticeCounting: { value: { days: 'working', postingDay: 'excluded' }, source: { article: 13, item: 4 } },
    grantRange: {
      value: {
        'public-benefit': { least: 10_000_000, most: 10_000_000 },
        'with-market-function': { least: 6_000_000, most: 8_000_000 },
      },
      source: { article: 13, item: 6 },
    },
    cycleYears: { value: 3, source: { article: 20, paragraph: 1 } },
  },
} as const;

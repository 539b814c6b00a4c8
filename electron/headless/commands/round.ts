import type { RoundView } from '../../../workflow/contract/round.ts';
import type { DeskCommand } from '../desk-command.ts';
import { UsageError } from '../usage-error.ts';

function described({ year, openedOn, documentNumber, quota, shortlisted, awarded, entries, ranking, pending, tie }: RoundView): string {
  return [
    `${year} 年区级评选　${openedOn} 启动　${documentNumber ?? ''}　名额 ${quota}，拟入围 ${shortlisted}，已授牌 ${awarded}`,
    ...entries.map(({ studio, bureau, stepLabel, average, notice, endReason }) => {
      const score = average === null ? '' : `　平均 ${average} 分`;
      const until = notice === null ? '' : `　公示至 ${notice.lastDay}`;
      return `  ${studio}　${bureau}　${stepLabel}${score}${until}${endReason === null ? '' : `　${endReason}`}`;
    }),
    ...(pending === null ? [] : [`名次：${pending}`]),
    ...ranking.map(
      ({ place, average, studios }) => `  第 ${place} 名　${average} 分　${studios.join('、')}${studios.length > 1 ? '（同分）' : ''}`,
    ),
    ...(tie === null || tie.decided !== null ? [] : [`  ${tie.studios.join('、')}同分，余 ${tie.places} 个名额，须由人决定（settle-tie）`]),
  ].join('\n');
}

/** The district round of a year on one page. */
export const round: DeskCommand = {
  name: 'round',
  usage: '[--year 年度]',
  summary: '显示一年的区级评选：名额、各局推荐、专家评分和名次、公示、授牌、资助。',
  needsRegister: true,
  options: { year: { value: '年度', help: '不写为最近一次评选' } },
  async run(workflow, given) {
    const year = given.text('year');
    if (year !== undefined && !/^\d{4}$/.test(year)) throw new UsageError(`年度「${year}」应写成四位数，如 --year 2026。`);
    const shown = await workflow.showRound(year === undefined ? {} : { year: Number(year) });
    return { json: shown, text: shown === null ? '还没有启动区级评选。' : described(shown) };
  },
};

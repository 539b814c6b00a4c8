import { article } from '../article.ts';
import { tenThousandYuan } from '../money.ts';
import { parameter } from '../parameter.ts';
import { moneyAmount, type Range, rangeOf, record } from '../shape.ts';
import { type StudioNature, studioNatureLabels } from '../studio-nature.ts';

const amounts = rangeOf(moneyAmount);

/** What a district studio is granted for its construction, by the nature of the studio, in fen, both ends included. 第十二条第六项. */
export const grantRange = parameter({
  label: '区级名师工作室建设经费资助',
  unit: '',
  shape: record<Readonly<Record<StudioNature, Range>>>({
    'public-benefit': [studioNatureLabels['public-benefit'], amounts],
    'with-market-function': [studioNatureLabels['with-market-function'], amounts],
  }),
  values: {
    '2014-10-10': {
      value: {
        'public-benefit': { least: tenThousandYuan(5), most: tenThousandYuan(8) },
        'with-market-function': { least: tenThousandYuan(3), most: tenThousandYuan(6) },
      },
      source: article(12, 6),
    },
  },
});

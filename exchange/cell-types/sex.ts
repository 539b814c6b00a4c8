import { sexLabels } from '../../policy/qualification.ts';
import { choice } from './choice.ts';

/** 男 or 女. */
export const sexChoice = choice(
  sexLabels,
  { male: ['男性', '男士', '先生', 'M', 'm'], female: ['女性', '女士', 'F', 'f'] },
  '从下拉列表中选，须与身份证号一致。',
);

import { choice } from './choice.ts';

/** Place of a person in a team as the list of members states it. */
export type TeamRole = 'lead' | 'member';

export const teamRole = choice<TeamRole>(
  { lead: '领办人', member: '团队成员' },
  { lead: ['主持人', '领衔人', '负责人'], member: ['成员', '骨干成员'] },
  '领办人或团队成员。',
);

import { type Article, article, articleParagraph } from '../article.ts';
import { type SeatDuty, waitingDays } from '../duty.ts';
import type { Measures } from '../measures.ts';
import { type Fen, moneyText } from '../money.ts';
import { addDays, type PlainDate } from '../plain-date.ts';
import { type Act, seatsFor } from '../powers.ts';
import type { RevocationGround } from '../revocation.ts';
import { type StudioLevel, studioLevelLabels } from '../seat.ts';

/** What waits for somebody after a title was revoked. */
export interface RevokedMatters {
  readonly decidedOn: PlainDate;
  readonly ground: RevocationGround;
  readonly plaqueBack: boolean;
  /** Reclaimed and not back yet. */
  readonly owed: Fen;
  readonly criticised: boolean;
}

/** What waits for somebody about one title of a studio: the days on which each matter began to wait. */
export interface TitleMatters {
  readonly name: string;
  readonly level: StudioLevel;
  /** Sent to the HR bureau for filing and not answered. */
  readonly filingSentOn?: PlainDate | undefined;
  /** Assessed for the whole cycle, and waiting for approval. */
  readonly awaitsApprovalSince?: PlainDate | undefined;
  /** Sent back by the approving body. */
  readonly returnedOn?: PlainDate | undefined;
  /** Approved as excellent, and nothing given yet. */
  readonly rewardSince?: PlainDate | undefined;
  /** First day on which the title may be revoked for a rectification that ran out or a case verified as true. */
  readonly revocableSince?:
    | { readonly on: PlainDate; readonly ground: Extract<RevocationGround, 'rectification' | 'misconduct'> }
    | undefined;
  /** The HR bureau has proposed the revocation. */
  readonly proposedOn?: PlainDate | undefined;
  /** The studio's other title was revoked, and nobody has decided about this one. */
  readonly askedSince?: PlainDate | undefined;
  readonly revoked?: RevokedMatters | undefined;
}

function waiting(act: Act, { name, level }: TitleMatters, duty: string, since: PlainDate | undefined, place: Article): readonly SeatDuty[] {
  if (since === undefined) return [];
  return seatsFor(act, level).map((seat) => ({ seat, duty, studio: name, due: addDays(since, waitingDays), article: place, action: act }));
}

function revocableDuties(matters: TitleMatters): readonly SeatDuty[] {
  const { level, revocableSince, proposedOn } = matters;
  if (proposedOn !== undefined) {
    return waiting('revoke', matters, '区人力资源局提请撤销称号，研究决定', proposedOn, articleParagraph(19, 2));
  }
  if (revocableSince === undefined) return [];
  const { on, ground } = revocableSince;
  const [why, place] = ground === 'misconduct' ? ['问题查实', article(20)] : ['逾期整改不到位', articleParagraph(19, 2)];
  return level === 'district'
    ? waiting('propose-revocation', matters, `${why}，提请撤销称号`, on, place)
    : waiting('revoke', matters, `${why}，撤销称号`, on, place);
}

function revokedDuties(matters: TitleMatters, { decidedOn, ground, plaqueBack, owed, criticised }: RevokedMatters): readonly SeatDuty[] {
  const place = articleParagraph(19, 2);
  const since = (open: boolean) => (open ? decidedOn : undefined);
  return [
    ...waiting('take-back-plaque', matters, '称号已撤销，收回牌匾', since(!plaqueBack), place),
    ...waiting('reclaim-grant', matters, `称号已撤销，收回资助 ${moneyText(owed)}`, since(owed > 0), place),
    ...waiting('issue-circular', matters, '称号已撤销，通报批评', since(ground === 'misconduct' && !criticised), article(20)),
  ];
}

/**
 * What waits for whom after an assessment, a case or a revocation, and in between with the HR bureau. 第十一条第三项, 第十九条, 第二十条. The
 * days each department allows itself are a working habit.
 */
export function consequenceDuties(titles: readonly TitleMatters[]): readonly SeatDuty[] {
  return titles.flatMap((matters) => [
    ...waiting('acknowledge-filing', matters, '办理备案', matters.filingSentOn, article(11, 3)),
    ...waiting('approve-periodic-result', matters, '审定周期性考核结果', matters.awaitsApprovalSince, articleParagraph(19, 3)),
    ...waiting('record-periodic-assessment', matters, '周期性考核结果被退回，重新考核', matters.returnedOn, articleParagraph(19, 3)),
    ...waiting('reward', matters, '周期性考核优秀，予以奖励', matters.rewardSince, articleParagraph(19, 2)),
    ...revocableDuties(matters),
    ...waiting(
      'keep-title',
      matters,
      `另一级称号已撤销，研究${studioLevelLabels[matters.level]}称号去留`,
      matters.askedSince,
      articleParagraph(19, 2),
    ),
    ...(matters.revoked === undefined ? [] : revokedDuties(matters, matters.revoked)),
  ]);
}

/** The people of a titled studio, as far as somebody has to be found. */
export interface TeamMatters {
  readonly name: string;
  /** The title under which the studio is looked after. */
  readonly level: StudioLevel;
  /** Since when nobody leads the studio, or the lead has left the front line. */
  readonly leaderlessSince?: PlainDate | undefined;
  readonly members: number;
  /** Since when the team is as small as it is. */
  readonly membersSince?: PlainDate | undefined;
}

/** A studio finds itself another lead, and members enough. 第三条, 第四条; the days are a working habit. */
export function teamDuties(teams: readonly TeamMatters[], { values }: Measures): readonly SeatDuty[] {
  const { value: size, source } = values.teamSize;
  return teams.flatMap(({ name, level, leaderlessSince, members, membersSince }) => {
    const found = (act: Act, duty: string, since: PlainDate | undefined, place: Article): readonly SeatDuty[] =>
      since === undefined
        ? []
        : seatsFor(act, level).map((seat) => ({ seat, duty, studio: name, due: addDays(since, waitingDays), article: place, action: act }));
    return [
      ...found('change-lead', '领办人已离任，变更领办人或终止称号', leaderlessSince, article(4)),
      ...found(
        'change-members',
        `团队成员 ${members} 人，增补至 ${size.least} 人`,
        members < size.least ? membersSince : undefined,
        source,
      ),
    ];
  });
}

import { none } from './invariant.ts';

/** 第十二条: at most five district studios a year, by the round that chose them. */
export const fiveDistrictPlaquesAYear = none(
  'more than five district plaques of a year',
  `SELECT rounds.year, count(*) AS plaques FROM round_entries JOIN rounds ON rounds.id = round_entries.round_id
   WHERE awarded_on IS NOT NULL GROUP BY rounds.year HAVING count(*) > 5`,
);

/** 第十二条第二项: one or two recommendations of a bureau a year. */
export const twoRecommendationsABureau = none(
  'more than two recommendations',
  `SELECT round_id, department_id, count(*) AS recommended FROM round_entries WHERE recommended_on IS NOT NULL
   GROUP BY round_id, department_id HAVING count(*) > 2`,
);

/** 第十二条第三项 to 第五项: a plaque follows approval and a notice that has run its 5 days, with every objection settled and none upheld. */
export const plaquesAfterTheirNotice = none(
  'a plaque before its time',
  `SELECT entry.id, entry.awarded_on, notice.last_day FROM round_entries AS entry
   LEFT JOIN public_notices AS notice ON notice.id = entry.notice_id
   WHERE entry.awarded_on IS NOT NULL AND (entry.ended_on IS NOT NULL OR entry.approval IS NOT 'approve' OR notice.id IS NULL
     OR entry.awarded_on <= notice.last_day OR julianday(notice.last_day) - julianday(notice.posted_on) < 5
     OR EXISTS (SELECT 1 FROM objections WHERE entry_id = entry.id AND (settled_on IS NULL OR settled_on > entry.awarded_on OR outcome = 'upheld')))`,
);

/** A district title stands on a plaque of a round, and a plaque on a district title. */
export const districtTitlesHaveTheirRound = none(
  'a district title and its round do not agree',
  `SELECT title.studio_id, title.named_on FROM designations AS title WHERE title.level = 'district' AND NOT EXISTS
     (SELECT 1 FROM round_entries WHERE studio_id = title.studio_id AND awarded_on = title.named_on)
   UNION ALL SELECT entry.studio_id, entry.awarded_on FROM round_entries AS entry WHERE entry.awarded_on IS NOT NULL AND NOT EXISTS
     (SELECT 1 FROM designations WHERE studio_id = entry.studio_id AND level = 'district' AND named_on = entry.awarded_on)`,
);

/** 第十二条第六项: both ends of the ranges included. */
export const grantsWithinTheirRange = none(
  'a grant outside its range',
  `SELECT id, nature, amount FROM grants WHERE amount NOT BETWEEN CASE nature WHEN 'public-benefit' THEN 5000000 ELSE 3000000 END
     AND CASE nature WHEN 'public-benefit' THEN 8000000 ELSE 6000000 END`,
);

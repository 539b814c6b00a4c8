import { drizzle } from 'drizzle-orm/better-sqlite3';
import { expect, test } from 'vitest';
import type { ReadableDatabase } from '../../db/database.ts';
import { readRegisteredApplications } from '../../db/queries/registered-applications.ts';
import { readStudios } from '../../db/queries/studios.ts';
import { newDesk } from './new-desk.ts';

test('what a list is set against is what the studios say in full: the lead of today, the latest application, honours of either kind', async () => {
  const desk = await newDesk({ imported: true });
  try {
    desk.around((register) => {
      const db = drizzle(register) as unknown as ReadableDatabase;
      const [first, second, third] = readStudios(db);
      if (first === undefined || second === undefined || third === undefined) throw new Error('the fixture has ten studios');
      const [lead, member] = first.people;
      const [other] = second.people;
      register
        .prepare('INSERT INTO qualifications (id, person_id, sequence, name) VALUES (?, ?, 99, ?)')
        .run('01900000-0000-7000-8000-000000000001', other?.personId, '某某标兵');
      register.prepare('UPDATE team_roles SET to_date = from_date WHERE id IN (?, ?)').run(lead?.roleId, member?.roleId);
      register
        .prepare(
          `INSERT INTO applications (id, studio_id, level, applied_on, status, measures_id)
           SELECT ?, studio_id, level, '2026-08-09', 'received', measures_id FROM applications WHERE studio_id = ?`,
        )
        .run('01900000-0000-7000-8000-000000000002', third.id);
      const full = readStudios(db);
      const ids = full.slice(1).map(({ id }) => id);
      const read = [first.id, ...ids].flatMap((id) => readRegisteredApplications(db, [id]));
      expect(readRegisteredApplications(db, ids)).toEqual(read.slice(1));
      expect(read).toEqual(
        full.map((studio) => {
          const found = studio.people.find(({ role }) => role === 'lead');
          const { roleId: _role, personId: _person, role: _as, ...own } = found ?? { roleId: '', personId: '', role: '' };
          const { id, status, unitOpinion, appliedOn } = studio.application ?? {};
          return {
            studioId: studio.id,
            studioName: studio.name,
            sector: studio.sector.name,
            lead: found === undefined ? undefined : own,
            hostUnit: studio.hostUnit?.name ?? null,
            hostUnitKind: studio.hostUnit?.kind ?? null,
            members: studio.people.filter(({ role }) => role === 'member').map(({ name }) => name),
            traineeCount: studio.traineeCount,
            trainingAudience: studio.trainingAudience,
            area: studio.area,
            dedicatedFunds: studio.dedicatedFunds,
            remarks: studio.remarks,
            application: studio.application === null ? undefined : { id, status, unitOpinion, appliedOn },
          };
        }),
      );
      expect(read[0]?.lead).toBeUndefined();
      expect(read[1]?.lead?.unclearClaims).toContain('某某标兵');
      expect(read[2]?.application?.appliedOn).toBe('2026-08-09');
    });
  } finally {
    desk.close();
  }
});

import type { PlainDate } from '../../policy/plain-date.ts';
import type { StudioLevel } from '../../policy/seat.ts';
import type { Transaction } from '../database.ts';
import { newId } from '../new-id.ts';
import { designations } from '../schema.ts';

/** A title given to a studio: in-system on its application (第十一条第三项), district on its plaque of the round (第十二条第五项). */
export function addDesignation(
  tx: Transaction,
  designation: {
    readonly studioId: string;
    readonly applicationId: string | null;
    readonly level: StudioLevel;
    readonly departmentId: string;
    readonly namedOn: PlainDate;
    readonly documentNumber: string;
  },
): void {
  tx.insert(designations)
    .values({ id: newId(), ...designation })
    .run();
}

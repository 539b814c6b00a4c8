import type { Fen } from '../policy/money.ts';
import type { PlainDate } from '../policy/plain-date.ts';
import type { Sex } from '../policy/qualification.ts';
import type { HostUnitKind } from '../policy/studio-facts.ts';
import type { TitleEnd } from '../policy/title-end.ts';

/** A member as the list of members (成员名单) states them. */
export interface FilingMember {
  readonly name: string;
  readonly sex?: Sex;
  readonly birthDate?: PlainDate;
  readonly title?: string;
}

/** One line of the filing list (备案汇总表): an in-system studio that has been named. 第十一条第三项. */
export interface FilingRecord {
  readonly sector: string;
  readonly studioName: string;
  readonly leadName: string;
  readonly leadSex: Sex;
  readonly leadBirthDate: PlainDate;
  readonly leadIdNumber: string;
  readonly leadTitle: string;
  readonly leadPhone: string;
  readonly hostUnit: string;
  readonly hostUnitKind: HostUnitKind;
  /** Members without the lead, in the order the studio lists them. */
  readonly members: readonly FilingMember[];
  readonly trainingAudience: string;
  /** Square metres. */
  readonly area: number;
  readonly dedicatedFunds: Fen;
  /** Number of the naming document: 武昌教名〔2026〕1号. */
  readonly namingDocument: string;
  readonly namedOn: PlainDate;
  readonly meetingOn: PlainDate;
  /** Number of the party-group meeting's minutes. */
  readonly minutesNumber: string;
  readonly letterNumber: string;
  readonly cycleFrom: PlainDate;
  readonly cycleTo: PlainDate;
  /** The day the bureau sends it for filing. */
  readonly sentOn: PlainDate;
  /** The last day of the title, how and by which document it ended, and why. Absent while the title is held. */
  readonly endedOn: PlainDate;
  readonly endKind: TitleEnd;
  readonly endNumber: string;
  readonly endReason: string;
  /** Given by the HR bureau. */
  readonly filingNumber: string;
  /** Given by the HR bureau. */
  readonly filedOn: PlainDate;
  readonly remarks: string;
}

/** A record to be written: its id in the register, and whatever is known of it. */
export interface FilingEntry {
  readonly recordId: string;
  readonly record: Partial<FilingRecord>;
}

/** Who files, and the line under the title. Blanks are left for the pen. */
export interface FilingHeader {
  /** 区教育局. */
  readonly department: string;
  /** The sector as it stands in the title: 教育. */
  readonly sector: string;
  readonly year: number;
  readonly filler?: string;
  readonly phone?: string;
  readonly reviewer?: string;
  /** 填报日期; also the date the file bears inside, so that the same input gives the same bytes. */
  readonly date: PlainDate;
  /** Parameter set the namings were decided under: `wuchang-2014`. */
  readonly measuresId: string;
}

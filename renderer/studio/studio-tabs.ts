/** The sections of a studio's page, in their order. */
export const studioTabs = ['facts', 'course', 'letters', 'ledger', 'funds', 'assessments', 'rounds', 'cases', 'history'] as const;
export type StudioTab = (typeof studioTabs)[number];

/** The section of an address; the first for any that is none. */
export function studioTab(name: string | undefined): StudioTab {
  return studioTabs.find((tab) => tab === name) ?? 'facts';
}

/** Acts that stand in the section they belong to, out of the way of those that lead the studio on. */
const sections: Readonly<Record<string, StudioTab>> = {
  'record-activity': 'ledger',
  'correct-activity': 'ledger',
  'open-fund-account': 'funds',
  'change-fund-account': 'funds',
  'record-income': 'funds',
  'record-expense': 'funds',
  'return-funds': 'funds',
  'correct-fund-entry': 'funds',
  'open-case': 'cases',
  'verify-case': 'cases',
  'propose-revocation': 'cases',
  revoke: 'cases',
  'keep-title': 'cases',
  'take-back-plaque': 'cases',
  'reclaim-grant': 'cases',
  'issue-circular': 'cases',
  'change-lead': 'history',
  'change-members': 'history',
  'change-host-unit': 'history',
  'rename-studio': 'history',
  'lead-retires': 'history',
  'lead-dies': 'history',
  'end-without-fault': 'history',
  'correct-record': 'history',
};

/** The section an act stands in; `undefined` for one that leads the studio on and stands at the head of the page. */
export function sectionOf(command: string): StudioTab | undefined {
  return sections[command];
}

import { type Permission, remarkWhen } from '../permission.ts';
import { type Act, powers } from '../powers.ts';

/**
 * What happens to a studio and the text leaves out. Everything here is this program's reading; the article the table of powers cites for
 * each is the one whose requirement lives on through the change.
 */
export type LifeEvent = Extract<
  Act,
  'change-lead' | 'change-members' | 'change-host-unit' | 'rename-studio' | 'lead-retires' | 'lead-dies' | 'end-without-fault'
>;

/** What an event needs on record, what is checked again, and what it brings about. */
export interface LifeEventRule {
  /** Papers or facts that must be recorded, by key, as people call them. */
  readonly needs: Readonly<Record<string, string>>;
  /** Rules of eligibility asked again as of the day of the event. */
  readonly checksAgain: readonly string[];
  /** What has to follow. */
  readonly causes: readonly string[];
}

const leadRules = [
  'lead-count',
  'lead-confirmed',
  'lead-conduct',
  'lead-qualification',
  'lead-front-line',
  'lead-age',
  'lead-health',
] as const;

/** The events, each with what it needs and causes. */
export const lifeEvents: Readonly<Record<LifeEvent, LifeEventRule>> = {
  'change-lead': {
    needs: { reason: '变更原因', 'unit-opinion': '所在单位意见', confirmation: '主管部门对新领办人的确认' },
    checksAgain: leadRules,
    causes: ['工作室以领办人姓名命名，须同时更名（第二条）', '新领办人签订本周期承诺书', '专户开支改由新领办人签批', '变更情况报备案部门'],
  },
  'change-members': {
    needs: { reason: '变更原因' },
    checksAgain: ['team-size', 'member-age', 'member-results', 'member-conduct'],
    causes: ['变更情况报备案部门'],
  },
  'change-host-unit': {
    needs: { reason: '变更原因', 'unit-opinion': '原单位意见', 'new-unit-consent': '新单位同意接收', 'account-handover': '专户移交清单' },
    checksAgain: ['host-unit', 'minimum-area', 'functional-zones', 'written-systems', 'regular-staff', 'dedicated-funds'],
    causes: ['新单位签订本周期承诺书', '专户余额移交新单位', '变更情况报备案部门'],
  },
  'rename-studio': {
    needs: { reason: '变更原因', 'new-name': '新名称' },
    checksAgain: [],
    causes: ['更换牌匾', '变更情况报备案部门', '此前的文书保留原名称'],
  },
  'lead-retires': {
    needs: { evidence: '退休或调离的证明', 'unit-opinion': '所在单位意见' },
    checksAgain: ['lead-front-line', 'lead-age', 'lead-health'],
    causes: ['不再符合领办人条件的，变更领办人或终止称号'],
  },
  'lead-dies': {
    needs: { evidence: '所在单位的证明' },
    checksAgain: [],
    causes: ['专户暂停开支', '变更领办人或终止称号'],
  },
  'end-without-fault': {
    needs: { reason: '终止原因', 'unit-opinion': '所在单位意见', 'account-settlement': '专户结清' },
    checksAgain: [],
    causes: ['称号自终止之日起失效，不计为撤销', '收回牌匾', '未用完的区财政资助交回', '已用于建设的资助不收回'],
  },
};

/** Whether an event has everything it needs on record. `recorded` are the keys that are. */
export function mayRecordLifeEvent(event: LifeEvent, recorded: readonly string[]): Permission {
  const { needs } = lifeEvents[event];
  const missing = Object.entries(needs).flatMap(([key, label]) => (recorded.includes(key) ? [] : [label]));
  return { against: remarkWhen(missing.length > 0, `缺少${missing.join('、')}`, powers[event].article), warnings: [] };
}

import { Tag } from 'antd';

const colours: Readonly<Record<string, string>> = {
  returned: 'orange',
  rejected: 'red',
  accepted: 'blue',
  inspected: 'blue',
  approved: 'cyan',
  named: 'green',
  filed: 'green',
};

/** Where an application stands. */
export function StatusTag({ status, label }: { readonly status: string; readonly label: string }) {
  return <Tag color={colours[status] ?? 'default'}>{label}</Tag>;
}

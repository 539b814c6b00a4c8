import { Form, Input, InputNumber, Radio, Select } from 'antd';
import type { CommandField as FieldDescription } from '../../workflow/contract/command.ts';

interface CommandFieldProps {
  readonly field: FieldDescription;
  readonly first: boolean;
}

/** One question of a command, by its kind. The service checks the answer; here only what is missing is said at once. */
export function CommandField({ field, first }: CommandFieldProps) {
  const { key, label, hint, required } = field;
  return (
    <Form.Item name={key} label={label} extra={hint} rules={[{ required, message: `请填写${label}` }]}>
      {control(field, first)}
    </Form.Item>
  );
}

function control({ kind, choices }: FieldDescription, first: boolean) {
  if (kind === 'date') return <Input autoFocus={first} type="date" className="command-date" />;
  if (kind === 'number') return <InputNumber autoFocus={first} className="command-number" />;
  if (kind === 'yes-no') return <Radio.Group options={['是', '否']} />;
  if (kind === 'choice' && choices.length <= 4) return <Radio.Group options={[...choices]} />;
  if (kind === 'choice') return <Select autoFocus={first} options={[...choices]} />;
  return <Input autoFocus={first} maxLength={2000} />;
}

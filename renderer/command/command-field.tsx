import { Form, Input, InputNumber, Radio, Select } from 'antd';
import type { CommandField as FieldDescription } from '../../workflow/contract/command.ts';
import { type AnswerChoice, namesSeveral } from './answer-choices.ts';
import { FileChoice } from './file-choice.tsx';

interface CommandFieldProps {
  readonly field: FieldDescription;
  readonly first: boolean;
  /** What the answer is one of; `undefined` where people write freely. */
  readonly choices: readonly AnswerChoice[] | undefined;
  /** Whether a refusal spoke of this field. */
  readonly refused: boolean;
}

/** One question of a command, by its kind. The service checks the answer; here only what is missing is said at once. */
export function CommandField({ field, first, choices, refused }: CommandFieldProps) {
  const { key, label, hint, required } = field;
  // How several names or a code are written concerns only those who type them.
  const shown = choices !== undefined && (namesSeveral(field) || field.among === 'grounds') ? '' : hint;
  return (
    <Form.Item
      name={key}
      label={label}
      extra={shown}
      rules={[{ required, message: `请填写${label}` }]}
      {...(refused ? { validateStatus: 'error' } : {})}
    >
      {control(field, first, choices ?? field.choices)}
    </Form.Item>
  );
}

function control(field: FieldDescription, first: boolean, choices: readonly AnswerChoice[]) {
  const { kind, among } = field;
  if (among !== null) {
    const several = namesSeveral(field) ? ({ mode: 'multiple' } as const) : {};
    return (
      <Select
        {...several}
        autoFocus={first}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        options={[...choices]}
        placeholder="请选择"
        notFoundContent="没有可选的"
      />
    );
  }
  switch (kind) {
    case 'date':
      return <Input autoFocus={first} type="date" className="command-date" />;
    case 'number':
      return <InputNumber autoFocus={first} className="command-number" controls={false} />;
    case 'money':
      return <InputNumber autoFocus={first} className="command-number" controls={false} suffix="元" />;
    case 'yes-no':
      return <Radio.Group options={['是', '否']} />;
    case 'choice':
      return choices.length <= 4 ? (
        <Radio.Group options={[...choices]} />
      ) : (
        <Select autoFocus={first} allowClear={!field.required} options={[...choices]} placeholder="请选择" />
      );
    case 'file':
      return <FileChoice />;
    case 'text':
      return <GrowingText autoFocus={first} />;
    case 'per-task-number':
    case 'per-task-text':
    case 'per-criterion-number':
    case 'per-criterion-text':
      throw new Error(`${field.key} is answered code by code`);
    default:
      return kind satisfies never;
  }
}

/** A line that grows with a long reason, so that all of it can be read. Enter goes on, as in any line of the form. */
function GrowingText({ autoFocus, ...given }: { readonly autoFocus: boolean }) {
  return (
    <Input.TextArea
      {...given}
      autoFocus={autoFocus}
      className="command-text"
      rows={1}
      maxLength={2000}
      onPressEnter={(event) => {
        event.preventDefault();
        event.currentTarget.form?.requestSubmit();
      }}
    />
  );
}

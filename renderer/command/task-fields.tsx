import { Form, Input, InputNumber } from 'antd';
import type { CommandField } from '../../workflow/contract/command.ts';
import { PlainTable } from '../frame/plain-table.tsx';
import type { AnsweredTask } from './command-answers.ts';

interface TaskFieldsProps {
  readonly fields: readonly CommandField[];
  readonly tasks: readonly AnsweredTask[];
}

/** True for a question that is answered once for every task. */
export function isPerTask({ kind }: CommandField): boolean {
  return kind === 'per-task-number' || kind === 'per-task-text';
}

/** The questions that every task is asked, as one table: a task a line, a question a column. */
export function TaskFields({ fields, tasks }: TaskFieldsProps) {
  if (fields.length === 0) return null;
  return (
    <div className="command-codes">
      <PlainTable
        rows={tasks}
        rowKey={({ code }) => code}
        empty="没有任务"
        columns={[
          { title: '编号', width: 60, render: ({ code }) => code },
          {
            title: '任务（每年目标）',
            render: ({ title, yearlyTarget, unit }) => (
              <>
                {title}
                <span className="faint">
                  （{yearlyTarget} {unit}）
                </span>
              </>
            ),
          },
          ...fields.map((field) => ({
            title: field.required ? `${field.label}（必填）` : field.label,
            ...(field.kind === 'per-task-number' ? { width: 140 } : {}),
            render: (task: AnsweredTask) => <TaskField field={field} task={task} />,
          })),
        ]}
      />
      <FieldHints fields={fields} />
    </div>
  );
}

/** What there is to know about questions that stand in a table, below it. */
export function FieldHints({ fields }: { readonly fields: readonly CommandField[] }) {
  return fields
    .filter(({ hint }) => hint !== '')
    .map(({ key, label, hint }) => (
      <p key={key} className="faint command-hint">
        {label}：{hint}
      </p>
    ));
}

interface TaskFieldProps {
  readonly field: CommandField;
  readonly task: AnsweredTask;
}

function TaskField({ field: { key, label, kind, required }, task: { code, title, unit } }: TaskFieldProps) {
  const name = `${label} ${code}`;
  return (
    <Form.Item name={[key, code]} className="command-cell" rules={[{ required, message: `请填写「${title}」的${label}` }]}>
      {kind === 'per-task-number' ? (
        <InputNumber suffix={unit} controls={false} className="command-whole" aria-label={name} />
      ) : (
        <Input maxLength={2000} aria-label={name} />
      )}
    </Form.Item>
  );
}

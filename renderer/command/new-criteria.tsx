import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { fullTotal } from '../../policy/scoring/score-sheet.ts';
import type { CommandField } from '../../workflow/contract/command.ts';
import { type Column, PlainTable } from '../frame/plain-table.tsx';
import { fullMarks } from './sheet-total.ts';
import { FieldHints } from './task-fields.tsx';

type Given<Value> = Readonly<Record<string, Value | null | undefined>> | undefined;

const first = ['1', '2', '3'];

/** A score sheet that is being written: a criterion a line, lines added and taken away as needed. */
export function NewCriteria({ fields }: { readonly fields: readonly CommandField[] }) {
  const form = Form.useFormInstance();
  const [codes, setCodes] = useState<readonly string[]>(() => codesGiven(fields, form.getFieldsValue(true) as Record<string, unknown>));
  const remove = (code: string): void => {
    for (const { key } of fields) form.setFieldValue([key, code], undefined);
    setCodes(codes.filter((each) => each !== code));
  };
  const columns: readonly Column<string>[] = [
    { title: '编号', width: 50, render: (code) => code },
    ...fields.map((field) => ({
      title: field.required ? `${field.label}（必填）` : field.label,
      ...widthOf(field),
      render: (code: string) => <CriterionCell field={field} code={code} />,
    })),
    {
      title: '',
      width: 70,
      render: (code) =>
        codes.length > 1 && (
          <Button size="small" aria-label={`删去第 ${code} 项`} onClick={() => remove(code)}>
            删去
          </Button>
        ),
    },
  ];
  return (
    <div className="command-codes">
      <PlainTable rows={codes} rowKey={(code) => code} empty="" columns={columns} />
      <div className="row command-hint">
        <Button size="small" onClick={() => setCodes([...codes, String(Math.max(...codes.map(Number)) + 1)])}>
          增加一项指标
        </Button>
        <FullMarks />
      </div>
      <FieldHints fields={fields} />
    </div>
  );
}

/** Codes that a draft has answers for, or three empty lines. */
function codesGiven(fields: readonly CommandField[], values: Readonly<Record<string, unknown>>): readonly string[] {
  const given = fields.flatMap(({ key }) => Object.keys((values[key] as Record<string, unknown> | undefined) ?? {}));
  return given.length === 0 ? first : [...new Set(given)].toSorted((left, right) => Number(left) - Number(right));
}

/** Wide enough for the heading of the column on one line. */
function widthOf({ kind, choices, required }: CommandField): { width?: number } {
  if (kind === 'per-criterion-number' || choices.length === 1) return { width: required ? 125 : 90 };
  return choices.length > 1 ? { width: 150 } : {};
}

interface CriterionCellProps {
  readonly field: CommandField;
  readonly code: string;
}

function CriterionCell({ field: { key, label, kind, choices }, code }: CriterionCellProps) {
  const name = `${label} ${code}`;
  const [only, ...more] = choices;
  if (only !== undefined && more.length === 0) {
    return (
      <Form.Item
        name={[key, code]}
        className="command-cell"
        getValueProps={(value: unknown) => ({ checked: value === only.value })}
        getValueFromEvent={(event: { readonly target: { readonly checked: boolean } }) => (event.target.checked ? only.value : undefined)}
      >
        <Checkbox aria-label={name}>{only.label}</Checkbox>
      </Form.Item>
    );
  }
  return (
    <Form.Item name={[key, code]} className="command-cell">
      {kind === 'per-criterion-number' ? (
        <InputNumber controls={false} className="command-whole" aria-label={name} />
      ) : choices.length > 0 ? (
        <Select className="command-whole" options={choices} aria-label={name} />
      ) : (
        <Input maxLength={500} aria-label={name} />
      )}
    </Form.Item>
  );
}

/** How far the full marks are from what a sheet must come to. */
function FullMarks() {
  const points = Form.useWatch<Given<number>>('points');
  const weights = Form.useWatch<Given<number>>('weight');
  const bonus = Form.useWatch<Given<string>>('bonus');
  const given = Object.fromEntries(Object.entries(bonus ?? {}).map(([code, value]) => [code, value ?? undefined]));
  const total = fullMarks(points ?? {}, weights ?? {}, given);
  return (
    <span className={total === fullTotal ? '' : 'short-of-target'}>
      满分按权重合计 {total} 分，应为 {fullTotal} 分
    </span>
  );
}

import { Form, InputNumber } from 'antd';
import type { CommandField } from '../../workflow/contract/command.ts';
import type { RoundView } from '../../workflow/contract/round.ts';
import { PlainTable } from '../frame/plain-table.tsx';
import type { AnswerGround } from './answer-choices.ts';
import { NewCriteria } from './new-criteria.tsx';
import { ReviewScoring } from './review-scoring.tsx';
import { sheetTotal } from './sheet-total.ts';

/** True for a question that is answered once for every criterion of a score sheet. */
export function isPerCriterion({ kind }: CommandField): boolean {
  return kind === 'per-criterion-number' || kind === 'per-criterion-text';
}

interface CriterionFieldsProps {
  readonly fields: readonly CommandField[];
  readonly ground: AnswerGround;
}

/** The questions about criteria: a new sheet to write, an expert's points out of the full marks, or a review by the bureau's own rules. */
export function CriterionFields({ fields, ground }: CriterionFieldsProps) {
  const [field] = fields;
  if (field === undefined) return null;
  if (field.among === 'round-criteria') return <ExpertPoints field={field} criteria={ground.round?.criteria ?? []} />;
  if (field.among === 'review-criteria') return <ReviewScoring field={field} sheet={ground.reviewSheet} />;
  return <NewCriteria fields={fields} />;
}

interface ExpertPointsProps {
  readonly field: CommandField;
  readonly criteria: RoundView['criteria'];
}

/** One expert's points, criterion by criterion, and what they come to. */
function ExpertPoints({ field: { key, label, required }, criteria }: ExpertPointsProps) {
  const given = Form.useWatch<Readonly<Record<string, number | null>> | undefined>(key);
  return (
    <div className="command-codes">
      <PlainTable
        rows={criteria}
        rowKey={({ code }) => code}
        empty="还没有评分表，请先制定专家评分表"
        columns={[
          { title: '编号', width: 60, render: ({ code }) => code },
          { title: '指标', render: ({ title }) => title },
          { title: '满分', width: 80, render: ({ points }) => points },
          { title: '权重', width: 80, render: ({ weight }) => weight },
          {
            title: label,
            width: 150,
            render: ({ code, title, points }) => (
              <Form.Item
                name={[key, code]}
                className="command-cell"
                rules={[
                  { required, message: `请填写「${title}」的${label}` },
                  { type: 'number', min: 0, max: points, message: `应在 0 至 ${points} 分之间` },
                ]}
              >
                <InputNumber className="command-whole" controls={false} suffix={`/ ${points}`} aria-label={`${label} ${code}`} />
              </Form.Item>
            ),
          },
        ]}
      />
      <p className="command-total">合计 {sheetTotal(criteria, given ?? {})} 分（按权重）</p>
    </div>
  );
}

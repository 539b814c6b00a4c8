import { Checkbox, Form, Input, InputNumber, Radio, Select, Space } from 'antd';
import type { CommandField } from '../../workflow/contract/command.ts';
import type { ReviewItemView, ReviewSheetView } from '../../workflow/contract/review-sheet.ts';
import { PlainTable } from '../frame/plain-table.tsx';
import { notApplicable, readBand, ruleText, writeBand } from './review-answer.ts';

interface ReviewScoringProps {
  readonly field: CommandField;
  readonly sheet: ReviewSheetView | null;
}

/** The review of an application by the bureau's own criteria, each answered in the way its rule asks for. 第十一条. */
export function ReviewScoring({ field: { key, label }, sheet }: ReviewScoringProps) {
  return (
    <div className="command-codes">
      {sheet !== null && (
        <p className="faint">
          按《{sheet.title}》（{sheet.validFrom} 起使用）评分，总分由程序计算。
        </p>
      )}
      <PlainTable
        rows={sheet?.items ?? []}
        rowKey={({ code }) => code}
        empty="还没有评审细则，请先在「部门事务」中制定"
        columns={[
          { title: '编号', width: 60, render: ({ code }) => code },
          { title: '指标', width: 170, render: ({ title }) => title },
          { title: '满分', width: 60, render: (item) => (item.kind === 'veto' ? '否决' : item.points) },
          { title: '评分方法', render: (item) => <span className="faint">{ruleText(item)}</span> },
          {
            title: label,
            width: 330,
            render: (item) => (
              <Form.Item
                name={[key, item.code]}
                className="command-cell"
                rules={[{ required: true, message: `请填写「${item.title}」的${label}` }]}
              >
                <ReviewAnswer item={item} name={`${label} ${item.code}`} />
              </Form.Item>
            ),
          },
        ]}
      />
    </div>
  );
}

interface ReviewAnswerProps {
  readonly item: ReviewItemView;
  readonly name: string;
  readonly value?: string;
  readonly onChange?: (answer: string | undefined) => void;
}

/** The answer to one criterion as text, in the words `score-application` reads. */
function ReviewAnswer({ item, name, value, onChange }: ReviewAnswerProps) {
  if (item.kind === 'veto') {
    return (
      <Radio.Group aria-label={name} options={['是', '否']} value={value} onChange={({ target }) => onChange?.(String(target.value))} />
    );
  }
  const skipped = value === notApplicable;
  return (
    <Space wrap>
      {!skipped && <ScoredAnswer item={item} name={name} {...(value === undefined ? {} : { value })} {...(onChange ? { onChange } : {})} />}
      {item.mayNotApply && (
        <Checkbox checked={skipped} onChange={({ target }) => onChange?.(target.checked ? notApplicable : undefined)}>
          不适用
        </Checkbox>
      )}
    </Space>
  );
}

type ScoredAnswerProps = Omit<ReviewAnswerProps, 'item'> & { readonly item: Exclude<ReviewItemView, { kind: 'veto' }> };

function ScoredAnswer({ item, name, value, onChange }: ScoredAnswerProps) {
  if (item.kind === 'bands') {
    const { band, points } = readBand(value ?? '', item.bands);
    return (
      <Space.Compact>
        <Select
          className="command-band"
          aria-label={`${name} 档次`}
          placeholder="档次"
          value={band ?? null}
          options={item.bands.map(({ label, least, most }) => ({ value: label, label: `${label} ${least}-${most}` }))}
          onChange={(chosen: string) => onChange?.(writeBand(chosen, points))}
        />
        <InputNumber
          aria-label={`${name} 分数`}
          suffix="分"
          value={points ?? null}
          onChange={(given) => onChange?.(writeBand(band, given))}
        />
      </Space.Compact>
    );
  }
  if (item.kind === 'deduction') {
    return (
      <InputNumber
        className="command-number"
        aria-label={`${name} 完成数`}
        suffix={item.unit}
        value={value === undefined ? null : Number(value)}
        onChange={(given) => onChange?.(given === null ? undefined : String(given))}
      />
    );
  }
  return (
    <Input
      aria-label={name}
      placeholder={`成果：级别；没有的填 无（级别：${item.levels.map((level) => level.label).join('、')}）`}
      value={value ?? ''}
      onChange={({ target }) => onChange?.(target.value === '' ? undefined : target.value)}
    />
  );
}

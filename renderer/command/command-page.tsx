import { Alert, Button, Form, Steps } from 'antd';
import { useState } from 'react';
import type { CommandDescription, CommandOutcome, CommandField as Field } from '../../workflow/contract/command.ts';
import { FailureNotice } from '../connection/failure-notice.tsx';
import { useOrder } from '../connection/use-order.ts';
import { FindingNote } from '../findings/finding-note.tsx';
import { ArticleNote } from '../measures/article-note.tsx';
import { type AnswerGround, choicesFor, dayOfExpense, tasksFor } from './answer-choices.ts';
import { type Answers, answerLines, givenAnswers } from './command-answers.ts';
import { CommandField } from './command-field.tsx';
import { CriterionFields, isPerCriterion } from './criterion-fields.tsx';
import { draftOf, dropDraft, keepDraft } from './drafts.ts';
import { isPerTask, TaskFields } from './task-fields.tsx';
import './command.css';

interface CommandPageProps {
  readonly command: CommandDescription;
  readonly ground: AnswerGround;
  readonly onDone: (outcome: CommandOutcome) => void;
  readonly onCancel: () => void;
}

/** As many questions as stand under each other on a screen of 768 pixels; more stand in two columns. */
const fewFields = 4;

/**
 * One act of the department: its article in view, a form made from what the command asks for, a page to confirm, and then the act. What
 * was typed is kept when the form is left, and a refusal leads back to it.
 */
export function CommandPage({ command, ground, onDone, onCancel }: CommandPageProps) {
  const studioId = ground.studio?.studio.id;
  const [form] = Form.useForm<Answers>();
  const day = Form.useWatch((answers: Answers) => dayOfExpense(answers, ground), form) ?? ground.session.today;
  const [draft, setDraft] = useState(() => draftOf(command.name, studioId));
  const [toConfirm, setToConfirm] = useState<Answers | null>(null);
  const run = useOrder('runCommand', (outcome) => {
    dropDraft(command.name, studioId);
    onDone(outcome);
  });
  const order = { command: command.name, ...(studioId === undefined ? {} : { studioId }) };
  const confirm = (answers: Answers): void =>
    run.mutate({ ...order, answers: givenAnswers(answers) }, { onError: () => setToConfirm(null) });
  const beginAnew = (): void => {
    dropDraft(command.name, studioId);
    setDraft(undefined);
  };
  const refusedFor = ({ label }: Field): boolean => run.error?.message.includes(`「${label}」`) ?? false;
  const ofTasks = command.fields.filter(isPerTask);
  const ofCriteria = command.fields.filter(isPerCriterion);
  const plain = command.fields.filter((field) => !isPerTask(field) && !isPerCriterion(field));
  const beside = ofTasks.length === 0 ? matters(ground) : [];
  const taskField = ofTasks.find(({ among }) => among !== null) ?? ofTasks[0];
  return (
    <div className={widthOf(beside.length > 0, ofCriteria.length > 0)}>
      <section className="panel">
        <h2>{command.title}</h2>
        <ArticleNote article={command.article} />
        <p>{command.summary}</p>
        <Steps size="small" className="command-steps" current={toConfirm === null ? 0 : 1} items={[{ title: '填写' }, { title: '核对' }]} />
        <FailureNotice failure={run.error} />
        {draft !== undefined && toConfirm === null && run.error === null && (
          <Alert
            className="notice"
            type="info"
            title="已恢复上次没有办完的填写。"
            action={
              <Button size="small" onClick={beginAnew}>
                清空重填
              </Button>
            }
          />
        )}
        {/* The form stays while its answers are being confirmed: going back finds them as they were. */}
        <Form<Answers>
          key={draft === undefined ? 'new' : 'draft'}
          form={form}
          layout="vertical"
          preserve={false}
          hidden={toConfirm !== null}
          initialValues={draft ?? {}}
          onValuesChange={(_changed, answers) => keepDraft(command.name, studioId, answers)}
          onFinish={(answers) => {
            run.reset();
            setToConfirm(answers);
          }}
        >
          <div className={plain.length > fewFields ? 'command-fields' : ''}>
            {plain.map((field, index) => (
              <CommandField
                key={field.key}
                field={field}
                first={index === 0}
                choices={choicesFor(field, ground, day)}
                refused={refusedFor(field)}
              />
            ))}
          </div>
          <TaskFields fields={ofTasks} tasks={taskField === undefined ? [] : tasksFor(taskField, ground)} />
          <CriterionFields fields={ofCriteria} ground={ground} />
          <div className="row">
            <Button type="primary" htmlType="submit">
              下一步：核对
            </Button>
            <Button onClick={onCancel}>取消</Button>
          </div>
        </Form>
        {toConfirm !== null && (
          <>
            <Confirmation command={command} ground={ground} answers={toConfirm} />
            <div className="row">
              <Button type="primary" loading={run.isPending} onClick={() => confirm(toConfirm)}>
                确认{command.title}
              </Button>
              <Button onClick={() => setToConfirm(null)}>返回修改</Button>
            </div>
          </>
        )}
      </section>
      {beside.length > 0 && (
        <section className="panel command-findings">
          <h2>《办法》检查中尚有这些事项</h2>
          {beside.map((finding) => (
            <FindingNote key={finding.rule} finding={finding} />
          ))}
        </section>
      )}
    </div>
  );
}

/** What stands against an application is in view while it is decided on; a studio that was named has been through that. */
function matters({ studio }: AnswerGround) {
  if (studio === undefined || studio.designations.length > 0) return [];
  return studio.findings.filter(({ outcome }) => outcome !== 'met');
}

function widthOf(beside: boolean, criteria: boolean): string {
  if (beside && !criteria) return 'command command-beside';
  return criteria ? 'command command-wide' : 'command';
}

type ConfirmationProps = Pick<CommandPageProps, 'command' | 'ground'> & { readonly answers: Answers };

/** What is about to be done, read back. It takes the focus, so that the Enter that led here does not also confirm. */
function Confirmation({ command, ground, answers }: ConfirmationProps) {
  return (
    <dl className="command-answers" tabIndex={-1} ref={(list) => list?.focus()}>
      <dt>事项</dt>
      <dd>
        {command.title}（《办法》{command.article}）
      </dd>
      {ground.studio !== undefined && (
        <>
          <dt>工作室</dt>
          <dd>{ground.studio.studio.name}</dd>
        </>
      )}
      {command.fields.map((field) => (
        <AnswerRow
          key={field.key}
          label={field.label}
          lines={answerLines(field, answers[field.key], codesFor(field, ground), choicesFor(field, ground, dayOfExpense(answers, ground)))}
        />
      ))}
    </dl>
  );
}

/** What the codes of an answer stand for. */
function codesFor(field: Field, ground: AnswerGround) {
  if (isPerTask(field)) return tasksFor(field, ground);
  if (field.among === 'round-criteria') return ground.round?.criteria ?? [];
  return field.among === 'review-criteria' ? (ground.reviewSheet?.items ?? []) : [];
}

function AnswerRow({ label, lines }: { readonly label: string; readonly lines: readonly string[] }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {lines.length === 0 && <span className="faint">未填</span>}
        {lines.map((line) => (
          <div key={line}>{line}</div>
        ))}
      </dd>
    </>
  );
}

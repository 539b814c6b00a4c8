import { Button, Form, Steps } from 'antd';
import { useState } from 'react';
import type { CommandDescription, CommandOutcome } from '../../workflow/contract/command.ts';
import type { FindingView } from '../../workflow/contract/finding.ts';
import { FailureNotice } from '../connection/failure-notice.tsx';
import { useOrder } from '../connection/use-order.ts';
import { FindingNote } from '../findings/finding-note.tsx';
import { ArticleNote } from '../measures/article-note.tsx';
import { type AnsweredTask, type Answers, answerLines, givenAnswers } from './command-answers.ts';
import { CommandField } from './command-field.tsx';
import { isPerTask, TaskFields } from './task-fields.tsx';

interface CommandPageProps {
  readonly command: CommandDescription;
  readonly studioId: string;
  readonly studioName: string;
  /** What stands against the studio, in view while deciding. */
  readonly findings: readonly FindingView[];
  readonly tasks: readonly AnsweredTask[];
  readonly onDone: (outcome: CommandOutcome) => void;
  readonly onCancel: () => void;
}

/** One act of the department: its article in view, a form made from what the command asks for, a page to confirm, and then the act. */
export function CommandPage({ command, studioId, studioName, findings, tasks, onDone, onCancel }: CommandPageProps) {
  const [form] = Form.useForm<Answers>();
  const [toConfirm, setToConfirm] = useState<Answers | null>(null);
  const run = useOrder('runCommand', onDone);
  const confirm = (answers: Answers): void => run.mutate({ command: command.name, studioId, answers: givenAnswers(answers) });
  const change = (): void => {
    run.reset();
    setToConfirm(null);
  };
  const ofTasks = command.fields.filter(isPerTask);
  const beside = ofTasks.length === 0 ? findings : [];
  return (
    <div className={beside.length > 0 ? 'command command-beside' : 'command'}>
      <section className="panel">
        <h2>{command.title}</h2>
        <ArticleNote article={command.article} />
        <p>{command.summary}</p>
        <Steps size="small" className="command-steps" current={toConfirm === null ? 0 : 1} items={[{ title: '填写' }, { title: '核对' }]} />
        <FailureNotice failure={run.error} />
        {/* The form stays while its answers are being confirmed: going back finds them as they were. */}
        <Form<Answers> form={form} layout="vertical" hidden={toConfirm !== null} onFinish={setToConfirm}>
          {command.fields
            .filter((field) => !isPerTask(field))
            .map((field, index) => (
              <CommandField key={field.key} field={field} first={index === 0} />
            ))}
          <TaskFields fields={ofTasks} tasks={tasks} />
          <div className="row">
            <Button type="primary" htmlType="submit">
              下一步：核对
            </Button>
            <Button onClick={onCancel}>取消</Button>
          </div>
        </Form>
        {toConfirm !== null && (
          <>
            <Confirmation command={command} studioName={studioName} answers={toConfirm} tasks={tasks} />
            <div className="row">
              <Button type="primary" loading={run.isPending} onClick={() => confirm(toConfirm)}>
                确认{command.title}
              </Button>
              <Button onClick={change}>返回修改</Button>
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

type ConfirmationProps = Pick<CommandPageProps, 'command' | 'studioName' | 'tasks'> & { readonly answers: Answers };

/** What is about to be done, read back. It takes the focus, so that the Enter that led here does not also confirm. */
function Confirmation({ command, studioName, answers, tasks }: ConfirmationProps) {
  return (
    <dl className="command-answers" tabIndex={-1} ref={(list) => list?.focus()}>
      <dt>事项</dt>
      <dd>
        {command.title}（《办法》{command.article}）
      </dd>
      <dt>工作室</dt>
      <dd>{studioName}</dd>
      {command.fields.map((field) => (
        <AnswerRow key={field.key} label={field.label} lines={answerLines(field, answers[field.key], tasks)} />
      ))}
    </dl>
  );
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

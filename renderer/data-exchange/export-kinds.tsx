import { useMutation } from '@tanstack/react-query';
import { Button, InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { ExportKind } from '../../workflow/contract/contract.ts';
import type { Session } from '../../workflow/contract/session.ts';
import { ask } from '../connection/desk-client.ts';
import { askDesktop } from '../connection/desktop-bridge.ts';
import { FailureNotice } from '../connection/failure-notice.tsx';
import { useAnswer } from '../connection/use-answer.ts';
import { SavedFile } from './saved-file.tsx';

interface ExportKindsProps {
  readonly session: Session;
  /** The kind somebody was led here for stands first. */
  readonly asked: string | undefined;
}

/** Every workbook this seat writes, each with what has to be chosen for it. */
export function ExportKinds({ session, asked }: ExportKindsProps) {
  const kinds = useAnswer('listExports', {});
  const inOrder = kinds.data?.toSorted((one, other) => Number(other.id === asked) - Number(one.id === asked));
  return (
    <>
      <FailureNotice failure={kinds.error} />
      {inOrder?.map((kind) => (
        <ExportPanel key={kind.id} kind={kind} thisYear={Number(session.today.slice(0, 4))} />
      ))}
    </>
  );
}

interface ExportPanelProps {
  readonly kind: ExportKind;
  readonly thisYear: number;
}

function ExportPanel({ kind, thisYear }: ExportPanelProps) {
  const [year, setYear] = useState(thisYear);
  const [studioId, setStudioId] = useState<string>();
  const [department, setDepartment] = useState(kind.recipients[0]);
  const [round, setRound] = useState(kind.rounds[0]);
  const [expert, setExpert] = useState(round?.experts[0]);
  const recipients = kind.about === 'expert' ? (round?.experts ?? []) : kind.recipients;
  const to = kind.about === 'expert' ? expert : department;
  const wanted = {
    kind: kind.id,
    ...(kind.about === 'year' || kind.about === 'bureau' ? { year } : {}),
    ...(round === undefined ? {} : { year: round.year }),
    ...(to === undefined ? {} : { to }),
    ...(kind.about === 'studio' && studioId !== undefined ? { studioId } : {}),
  };
  const ready = kind.about !== 'studio' || studioId !== undefined;
  const suggestion = useAnswer('exportName', wanted, { enabled: ready });
  const save = useMutation({
    mutationFn: async (fileName: string) => {
      const { path } = await askDesktop('chooseTarget', { title: `保存${kind.title}`, fileName, type: 'workbook' });
      return path === null ? null : ask('exportFile', { ...wanted, target: path });
    },
  });
  const data = suggestion.isError || !ready ? undefined : suggestion.data;
  return (
    <section className="panel">
      <h2>{kind.title}</h2>
      <p>
        {kind.summary}（{kind.article}）
      </p>
      <FailureNotice failure={suggestion.error ?? save.error} />
      <div className="row">
        {(kind.about === 'year' || kind.about === 'bureau') && (
          <>
            <span>年度</span>
            <InputNumber
              aria-label={`${kind.title}的年度`}
              min={2014}
              max={2100}
              value={year}
              onChange={(value) => {
                if (value !== null) setYear(value);
              }}
            />
          </>
        )}
        {round !== undefined && (
          <>
            <span>年度</span>
            <Select
              aria-label={`${kind.title}的年度`}
              options={kind.rounds.map(({ year: of }) => ({ value: of, label: `${of} 年评选` }))}
              value={round.year}
              onChange={(value) => {
                const chosen = kind.rounds.find(({ year: of }) => of === value);
                setRound(chosen);
                setExpert(chosen?.experts[0]);
              }}
            />
          </>
        )}
        {to !== undefined && (
          <Select
            aria-label={`${kind.title}的收件人`}
            options={recipients.map((name) => ({ value: name, label: name }))}
            value={to}
            onChange={kind.about === 'expert' ? setExpert : setDepartment}
          />
        )}
        {kind.about === 'studio' && <StudioChoice kind={kind} value={studioId} onChange={setStudioId} />}
        <Button type="primary" disabled={data === undefined} loading={save.isPending} onClick={() => data && save.mutate(data.fileName)}>
          保存{kind.title}…
        </Button>
      </div>
      {data !== undefined && (
        <p className="faint">
          {data.fileName}
          {!kind.blank && `，${data.rows} ${kind.counted}`}
        </p>
      )}
      {save.data !== undefined && save.data !== null && <SavedFile path={save.data.path} what={kind.title} />}
    </section>
  );
}

interface StudioChoiceProps {
  readonly kind: ExportKind;
  readonly value: string | undefined;
  readonly onChange: (studioId: string) => void;
}

function StudioChoice({ kind, value, onChange }: StudioChoiceProps) {
  const studios = useAnswer('listStudios', {});
  return (
    <Select
      aria-label={`${kind.title}的工作室`}
      className="export-studio"
      showSearch={{ optionFilterProp: 'label' }}
      placeholder="选择工作室"
      options={studios.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
      {...(value === undefined ? {} : { value })}
      onChange={onChange}
    />
  );
}

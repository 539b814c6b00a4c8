import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Checkbox, InputNumber, Progress, Switch } from 'antd';
import { useEffect, useState } from 'react';
import type { BatchView } from '../../workflow/contract/document-batch.ts';
import type { Session } from '../../workflow/contract/session.ts';
import { ask } from '../connection/desk-client.ts';
import { askDesktop } from '../connection/desktop-bridge.ts';
import { FailureNotice } from '../connection/failure-notice.tsx';
import { useAnswer } from '../connection/use-answer.ts';
import { MadeDocumentsNotice } from './made-documents-notice.tsx';
import { StudioChoice } from './studio-choice.tsx';

/** How often a batch is looked at, in milliseconds. */
const glance = 300;

interface DocumentBatchProps {
  readonly session: Session;
  /** The batch that was begun; it goes on while one looks at another screen. */
  readonly batchId: string | null;
  readonly onBegun: (batchId: string) => void;
}

/** Several kinds for several studios in one go: progress, cancel, and what came of it. */
export function DocumentBatch({ session, batchId, onBegun }: DocumentBatchProps) {
  const kinds = useAnswer('listDocumentKinds', {});
  const [chosenKinds, setChosenKinds] = useState<readonly string[]>([]);
  const [studioIds, setStudioIds] = useState<readonly string[]>([]);
  const [year, setYear] = useState(Number(session.today.slice(0, 4)));
  const [oneFile, setOneFile] = useState(false);
  const [draft, setDraft] = useState(true);
  const begin = useMutation({
    mutationFn: async () => {
      const { path: folder } = await askDesktop('chooseFolder', { title: '选择保存文书的文件夹' });
      if (folder === null) return;
      const { id } = await ask('startBatch', { kinds: [...chosenKinds], studioIds: [...studioIds], year, folder, oneFile, draft });
      onBegun(id);
    },
  });
  const ready = chosenKinds.length > 0 && studioIds.length > 0;
  return (
    <div className="documents">
      <aside className="documents-side">
        <Checkbox.Group
          className="document-kinds"
          value={[...chosenKinds]}
          onChange={setChosenKinds}
          options={kinds.data?.map(({ id, title }) => ({ value: id, label: title })) ?? []}
        />
        <StudioChoice
          chosen={studioIds}
          onChosen={setStudioIds}
          shown={undefined}
          onShow={(id) => setStudioIds(studioIds.includes(id) ? studioIds.filter((each) => each !== id) : [...studioIds, id])}
        />
        <label className="row">
          年度
          <InputNumber min={2014} max={2100} value={year} onChange={(value) => value !== null && setYear(value)} />
        </label>
        <label className="row">
          <Switch checked={oneFile} onChange={setOneFile} />
          合成一个文件，便于打印
        </label>
        <label className="row documents-draft">
          <Switch checked={draft} onChange={setDraft} />
          草稿（带水印，不取文号，不登记）
        </label>
        <Button type="primary" block disabled={!ready} loading={begin.isPending} onClick={() => begin.mutate()}>
          {draft ? '成批保存草稿…' : '成批出具…'}
        </Button>
      </aside>
      <div className="documents-main">
        <FailureNotice failure={kinds.error ?? begin.error} />
        {batchId === null ? (
          <p className="documents-empty faint">
            在左边选文书和工作室。每份存成一个文件，同时存一张清单，写明生成了哪些、哪些没有生成和原因。
          </p>
        ) : (
          <BatchCourse key={batchId} id={batchId} />
        )}
      </div>
    </div>
  );
}

function BatchCourse({ id }: { readonly id: string }) {
  const queries = useQueryClient();
  const batch = useQuery<BatchView>({
    queryKey: ['showBatch', id],
    queryFn: () => ask('showBatch', { id }),
    refetchInterval: ({ state }) => (state.data?.state === 'running' || state.data === undefined ? glance : false),
  });
  const cancel = useMutation({ mutationFn: () => ask('cancelBatch', { id }) });
  const ended = batch.data !== undefined && batch.data.state !== 'running';
  useEffect(() => {
    if (!ended) return;
    for (const name of ['listIssuedDocuments', 'showDocumentSettings']) void queries.invalidateQueries({ queryKey: [name] });
  }, [ended, queries]);
  if (batch.data === undefined) return <FailureNotice failure={batch.error} />;
  const { state, done, total, now, files, refused, list } = batch.data;
  const percent = total === 0 ? 100 : Math.round((done / total) * 100);
  return (
    <section className="panel" aria-label="成批出具的进度">
      <FailureNotice failure={batch.error ?? cancel.error} />
      <div className="row spread">
        <strong>
          {state === 'running' ? `正在生成（${done}/${total}）` : state === 'cancelled' ? '已取消，以下文件是完整的' : '已完成'}
        </strong>
        {state === 'running' && (
          <Button loading={cancel.isPending || cancel.isSuccess} onClick={() => cancel.mutate()}>
            取消
          </Button>
        )}
      </div>
      <Progress percent={percent} status={state === 'cancelled' ? 'exception' : state === 'running' ? 'active' : 'success'} />
      <p className="faint">{now}</p>
      {list !== null && <Alert type="info" className="notice" title={`清单：${list}`} />}
      {ended && (
        <MadeDocumentsNotice
          made={{ files, refused: refused.map(({ title, studio, reason }) => ({ studio: `${title} ${studio}`, reason })) }}
        />
      )}
    </section>
  );
}

import { useMutation } from '@tanstack/react-query';
import { Button, InputNumber, Segmented, Switch } from 'antd';
import { useState } from 'react';
import type { InputOf } from '../../workflow/contract/contract.ts';
import type { Session } from '../../workflow/contract/session.ts';
import { askDesktop } from '../connection/desktop-bridge.ts';
import { FailureNotice } from '../connection/failure-notice.tsx';
import { useAnswer } from '../connection/use-answer.ts';
import { useOrder } from '../connection/use-order.ts';
import { DocumentPreview } from './document-preview.tsx';
import { MadeDocumentsNotice } from './made-documents-notice.tsx';
import { StudioChoice } from './studio-choice.tsx';

interface DocumentMakingProps {
  readonly session: Session;
  readonly kind: string | undefined;
  readonly studioId: string | undefined;
}

/** Choose a kind and studios on the left, see the pages on the right, save or print them. */
export function DocumentMaking({ session, kind: initialKind, studioId }: DocumentMakingProps) {
  const kinds = useAnswer('listDocumentKinds', {});
  const [kindId, setKindId] = useState(initialKind);
  const [chosen, setChosen] = useState<readonly string[]>(studioId === undefined ? [] : [studioId]);
  const [shown, setShown] = useState(studioId);
  const [year, setYear] = useState(Number(session.today.slice(0, 4)));
  const [draft, setDraft] = useState(true);
  const make = useOrder('makeDocuments');
  const kind = kinds.data?.find(({ id }) => id === kindId) ?? kinds.data?.[0];
  const save = useMutation({
    mutationFn: async (order: Omit<InputOf<'makeDocuments'>, 'folder'>) => {
      const { path: folder } = await askDesktop('chooseFolder', { title: '选择保存文书的文件夹' });
      return folder === null ? null : make.mutateAsync({ ...order, folder });
    },
  });
  if (kinds.error !== null) return <FailureNotice failure={kinds.error} />;
  if (kind === undefined) return kinds.isSuccess ? <p className="faint">本部门没有可以出具的文书。</p> : null;
  const count = kind.perStudio ? chosen.length : 1;
  const order = kind.perStudio ? { kind: kind.id, studioIds: [...chosen], draft } : { kind: kind.id, year, draft };
  const preview = kind.perStudio ? shown !== undefined && { kind: kind.id, studioId: shown, draft } : { kind: kind.id, year, draft };
  return (
    <div className="documents">
      <aside className="documents-side">
        <Segmented
          vertical
          block
          value={kind.id}
          onChange={(id) => {
            setKindId(id);
            save.reset();
          }}
          options={kinds.data?.map(({ id, title }) => ({ value: id, label: title })) ?? []}
        />
        {kind.perStudio ? (
          <StudioChoice
            chosen={chosen}
            onChosen={setChosen}
            shown={shown}
            onShow={(id) => {
              setShown(id);
              if (!chosen.includes(id)) setChosen([...chosen, id]);
            }}
          />
        ) : (
          <label className="row">
            年度
            <InputNumber min={2014} max={2100} value={year} onChange={(value) => value !== null && setYear(value)} />
          </label>
        )}
        <label className="row documents-draft">
          <Switch checked={draft} onChange={setDraft} />
          草稿（带水印，不取文号，不登记）
        </label>
        <Button type="primary" block disabled={count === 0} loading={save.isPending} onClick={() => save.mutate(order)}>
          {draft ? '保存草稿' : '正式出具'}
          {kind.perStudio ? `（${count} 份）` : ''}…
        </Button>
      </aside>
      <div className="documents-main">
        <FailureNotice failure={save.error} />
        {save.data !== undefined && save.data !== null && <MadeDocumentsNotice made={save.data} />}
        {preview === false ? (
          <p className="documents-empty faint">在左边选一个工作室，这里显示文书的页面。</p>
        ) : (
          <DocumentPreview request={preview} />
        )}
      </div>
    </div>
  );
}

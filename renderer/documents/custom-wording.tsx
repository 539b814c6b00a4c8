import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Tag } from 'antd';
import { useState } from 'react';
import type { CheckedWording, WordingView } from '../../workflow/contract/custom-wording.ts';
import { ask } from '../connection/desk-client.ts';
import { askDesktop } from '../connection/desktop-bridge.ts';
import { FailureNotice } from '../connection/failure-notice.tsx';
import { useAnswer } from '../connection/use-answer.ts';
import { useOrder } from '../connection/use-order.ts';
import { SavedFile } from '../data-exchange/saved-file.tsx';
import { ConfirmDialog } from '../frame/confirm-dialog.tsx';
import { PlainTable } from '../frame/plain-table.tsx';
import { GivenWording } from './given-wording.tsx';

/** A file that was handed in for a kind, and what the check says of it. */
interface Handed {
  readonly wording: WordingView;
  readonly path: string;
  readonly checked: CheckedWording;
}

/** How each kind of document is worded: out as a Word file, back in after a check and a preview, and back to the built-in text. */
export function CustomWording() {
  const wordings = useAnswer('listWordings', {});
  const [handed, setHanded] = useState<Handed | null>(null);
  const [returning, setReturning] = useState<WordingView | null>(null);
  const save = useMutation({
    mutationFn: async ({ kind, title }: WordingView) => {
      const { path } = await askDesktop('chooseTarget', {
        title: `导出《${title}》的文本`,
        fileName: `${title}（自定义文本）.docx`,
        type: 'document',
      });
      return path === null ? null : ask('exportWording', { kind, target: path });
    },
  });
  const handIn = useMutation({
    mutationFn: async (wording: WordingView): Promise<Handed | null> => {
      const { path } = await askDesktop('chooseFile', { title: `选择改好的《${wording.title}》`, type: 'document' });
      return path === null ? null : { wording, path, checked: await ask('checkWording', { kind: wording.kind, path }) };
    },
    onSuccess: (given) => {
      if (given === null) return;
      save.reset();
      setHanded(given);
    },
  });
  if (handed !== null) {
    const { wording, path, checked } = handed;
    return (
      <>
        <FailureNotice failure={handIn.error} />
        <GivenWording
          key={checked.sha256}
          wording={wording}
          path={path}
          checked={checked}
          another={() => handIn.mutate(wording)}
          busy={handIn.isPending}
          onClose={() => {
            handIn.reset();
            setHanded(null);
          }}
        />
      </>
    );
  }
  return (
    <section className="panel">
      <h2>自定义文本</h2>
      <p className="faint">
        导出一种文书，在 Word 或 WPS 中改措辞，再交回：先检查、预览，再换用。{'{{ }}'}
        里是字段，出具时换成登记内容；随文件另存一份字段说明。
      </p>
      <FailureNotice failure={wordings.error ?? save.error ?? handIn.error} />
      {save.data !== undefined && save.data !== null && (
        <>
          <SavedFile path={save.data.path} what="文本" />
          <SavedFile path={save.data.guide} what="字段说明" />
          {!save.data.ownText && (
            <Alert
              className="notice"
              type="info"
              showIcon
              title="这种文书是表格，版式由程序按内容计算，导出的是列出全部字段的简单表格，请自行排版。"
            />
          )}
        </>
      )}
      <PlainTable<WordingView>
        rows={wordings.data ?? []}
        rowKey={({ kind }) => kind}
        empty="本部门没有可以出具的文书"
        columns={[
          { title: '文书', width: 170, render: ({ title }) => title },
          { title: '现在用的文本', render: ({ custom }) => <InUse custom={custom} /> },
          {
            title: '办理',
            width: 300,
            render: (wording) => (
              <div className="row">
                <Button size="small" onClick={() => save.mutate(wording)}>
                  导出…
                </Button>
                <Button size="small" onClick={() => handIn.mutate(wording)}>
                  交回…
                </Button>
                {wording.custom !== null && (
                  <Button size="small" onClick={() => setReturning(wording)}>
                    换回内置…
                  </Button>
                )}
              </div>
            ),
          },
        ]}
      />
      {returning !== null && <ReturnDialog key={returning.kind} wording={returning} onClose={() => setReturning(null)} />}
    </section>
  );
}

function InUse({ custom }: Pick<WordingView, 'custom'>) {
  if (custom === null) return <Tag>内置</Tag>;
  return (
    <>
      <Tag color="blue">自定义</Tag> {custom.fileName}
      <div className="faint">
        {custom.acceptedOn} 起，{custom.acceptedBy}换用，<code title={`SHA-256：${custom.sha256}`}>{custom.sha256.slice(0, 8)}…</code>
      </div>
    </>
  );
}

function ReturnDialog({ wording: { kind, title, custom }, onClose }: { readonly wording: WordingView; readonly onClose: () => void }) {
  const giveUp = useOrder('returnWording', onClose);
  return (
    <ConfirmDialog
      title={`《${title}》换回内置文本`}
      action="换回内置"
      busy={giveUp.isPending}
      onConfirm={() => giveUp.mutate({ kind })}
      onCancel={onClose}
    >
      <p>
        以后出具的《{title}》用内置文本；已出具的不变。再用「{custom?.fileName}」，须重新交回。
      </p>
      <FailureNotice failure={giveUp.error} />
    </ConfirmDialog>
  );
}

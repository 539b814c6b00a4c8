import { useMutation } from '@tanstack/react-query';
import { Button, Steps } from 'antd';
import { useState } from 'react';
import type { ImportPreview, ImportResult } from '../../workflow/contract/import.ts';
import { ask } from '../connection/desk-client.ts';
import { askDesktop } from '../connection/desktop-bridge.ts';
import { FailureNotice } from '../connection/failure-notice.tsx';
import { useOrder } from '../connection/use-order.ts';
import { ImportOutcome } from './import-outcome.tsx';
import { PreviewTable } from './preview-table.tsx';
import { SavedFile } from './saved-file.tsx';

/** A file that was looked at: where it lies and what it would do. */
interface Looked {
  readonly path: string;
  readonly preview: ImportPreview;
}

/** Choose a file, see what it would do, take all of it or its clean rows, and see what was done. */
export function ImportSteps() {
  const [looked, setLooked] = useState<Looked | null>(null);
  const [result, setResult] = useState<ImportResult | null>(null);
  const look = useMutation({
    mutationFn: async (): Promise<Looked | null> => {
      const { path } = await askDesktop('chooseFile', { title: '选择要导入的工作簿', type: 'workbook' });
      return path === null ? null : { path, preview: await ask('previewImport', { path }) };
    },
    onSuccess: (seen) => {
      if (seen === null) return;
      setResult(null);
      setLooked(seen);
    },
  });
  const again = (): void => {
    setLooked(null);
    setResult(null);
    look.mutate();
  };
  const step = result !== null ? 2 : looked !== null ? 1 : 0;
  return (
    <>
      <Steps
        className="import-steps"
        size="small"
        current={step}
        items={[{ title: '选择文件' }, { title: '核对预览' }, { title: '结果' }]}
      />
      <FailureNotice failure={look.error} />
      {result !== null && <ImportOutcome result={result} again={again} />}
      {result === null && looked !== null && (
        <Preview key={looked.path} looked={looked} again={again} busy={look.isPending} onResult={setResult} />
      )}
      {looked === null && <ChooseFile busy={look.isPending} choose={() => look.mutate()} />}
    </>
  );
}

function ChooseFile({ busy, choose }: { readonly busy: boolean; readonly choose: () => void }) {
  const template = useMutation({
    mutationFn: async () => {
      const { path } = await askDesktop('chooseTarget', {
        title: '保存空白模板',
        fileName: '名师工作室申报汇总表（空白模板）.xlsx',
        type: 'workbook',
      });
      return path === null ? null : ask('exportFile', { kind: 'application-list', target: path });
    },
  });
  return (
    <section className="panel">
      <h2>导入工作簿</h2>
      <p>
        选择单位或其他部门报来的 Excel
        工作簿，程序自动识别是哪一种表。先看预览，确认后才写入登记库；写入后仍可整批撤销。表头的行数、位置和常见叫法不同没有关系。
      </p>
      <FailureNotice failure={template.error} />
      <div className="row">
        <Button type="primary" size="large" loading={busy} onClick={choose}>
          选择文件…
        </Button>
        <Button size="large" loading={template.isPending} onClick={() => template.mutate()}>
          下载空白模板…
        </Button>
      </div>
      {template.data !== undefined && template.data !== null && <SavedFile path={template.data.path} what="空白模板" />}
    </section>
  );
}

interface PreviewProps {
  readonly looked: Looked;
  readonly again: () => void;
  readonly busy: boolean;
  readonly onResult: (result: ImportResult) => void;
}

function Preview({ looked: { path, preview }, again, busy, onResult }: PreviewProps) {
  const apply = useOrder('applyImport', onResult);
  const report = useMutation({
    mutationFn: async () => {
      const fileName = preview.fileName.replace(/(\.[^.]+)?$/, '（错误说明）.xlsx');
      const { path: target } = await askDesktop('chooseTarget', { title: '保存错误报告', fileName, type: 'workbook' });
      return target === null ? null : ask('writeErrorReport', { path, target });
    },
  });
  const faulty = preview.rows.filter(({ state }) => state === 'error' || state === 'conflict').length;
  const clean = preview.rows.length - faulty;
  const take = (cleanRowsOnly: boolean): void => apply.mutate({ path, kind: preview.kind, sha256: preview.sha256, cleanRowsOnly });
  return (
    <>
      <FailureNotice failure={apply.error ?? report.error} />
      <section className="panel">
        <div className="row spread">
          <div>
            <strong>{preview.fileName}</strong>
            <div className="faint">识别为：{preview.kindLabel}</div>
          </div>
          <div className="row">
            {faulty > 0 && (
              <Button loading={report.isPending} onClick={() => report.mutate()}>
                保存错误报告…
              </Button>
            )}
            <Button loading={busy} onClick={again}>
              换一个文件…
            </Button>
            {faulty > 0 ? (
              <Button type="primary" disabled={clean === 0} loading={apply.isPending} onClick={() => take(true)}>
                只导入无误的 {clean} 行
              </Button>
            ) : (
              <Button type="primary" loading={apply.isPending} onClick={() => take(false)}>
                全部导入（{clean} 行）
              </Button>
            )}
          </div>
        </div>
        {faulty > 0 && (
          <p className="import-advice">有 {faulty} 行不能导入。可以只导入无误的行；或保存错误报告，按红色单元格改正后重新导入整个文件。</p>
        )}
        {report.data !== undefined && report.data !== null && (
          <SavedFile path={report.data.path} what={`错误报告（${report.data.errors} 处）`} />
        )}
        {preview.warnings.map((warning) => (
          <p key={warning} className="import-warning">
            {warning}
          </p>
        ))}
      </section>
      <PreviewTable rows={preview.rows} />
    </>
  );
}

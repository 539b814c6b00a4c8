import { useMutation } from '@tanstack/react-query';
import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import type { Session } from '../../workflow/contract/session.ts';
import { ask } from '../connection/desk-client.ts';
import { askDesktop } from '../connection/desktop-bridge.ts';
import { FailureNotice } from '../connection/failure-notice.tsx';
import { useAnswer } from '../connection/use-answer.ts';
import { SavedFile } from './saved-file.tsx';

/** The filing workbook for the HR bureau: the studios named in a year. 第十一条第三项. */
export function FilingExport({ session }: { readonly session: Session }) {
  const [year, setYear] = useState(Number(session.today.slice(0, 4)));
  const suggestion = useAnswer('filingFileName', { year });
  const save = useMutation({
    mutationFn: async (fileName: string) => {
      const { path } = await askDesktop('chooseTarget', { title: '保存备案汇总表', fileName, type: 'workbook' });
      return path === null ? null : ask('exportFiling', { target: path, year });
    },
  });
  const { data } = suggestion;
  return (
    <section className="panel">
      <h2>备案汇总表</h2>
      <p>把本部门命名的系统内名师工作室汇总成表，报区人力资源局备案（第十一条第三项）。打印盖章后，连同电子文件一并报送。</p>
      <FailureNotice failure={suggestion.error ?? save.error} />
      <div className="row">
        <span>命名年度</span>
        <InputNumber
          aria-label="命名年度"
          min={2014}
          max={2100}
          value={year}
          onChange={(value) => {
            if (value !== null) setYear(value);
          }}
        />
        <Button type="primary" disabled={data === undefined} loading={save.isPending} onClick={() => data && save.mutate(data.fileName)}>
          保存备案汇总表…
        </Button>
      </div>
      {data !== undefined && (
        <p className="faint">
          {data.fileName}，{data.rows} 个工作室
        </p>
      )}
      {save.data !== undefined && save.data !== null && <SavedFile path={save.data.path} what={`备案汇总表（${save.data.rows} 行）`} />}
    </section>
  );
}

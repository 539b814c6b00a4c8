import { Tabs } from 'antd';
import type { Session } from '../../workflow/contract/session.ts';
import { ExportKinds } from './export-kinds.tsx';
import { ImportLog } from './import-log.tsx';
import { ImportSteps } from './import-steps.tsx';
import './data-exchange.css';

interface ExchangeScreenProps {
  readonly session: Session;
  /** The workbook to be written, where somebody was led here for it. */
  readonly kind?: string;
}

/** Workbooks in and out, and the log of what came in. */
export function ExchangeScreen({ session, kind }: ExchangeScreenProps) {
  return (
    <>
      <h1 className="screen-title">数据交换</h1>
      <Tabs
        defaultActiveKey={kind === undefined ? 'import' : 'export'}
        items={[
          { key: 'import', label: '导入', children: <ImportSteps /> },
          { key: 'log', label: '导入记录', children: <ImportLog /> },
          { key: 'export', label: '导出', children: <ExportKinds session={session} asked={kind} /> },
        ]}
      />
    </>
  );
}

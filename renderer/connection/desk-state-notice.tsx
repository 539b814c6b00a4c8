import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useEffect, useState } from 'react';
import { onDeskState } from './desktop-bridge.ts';

interface Notice {
  readonly type: 'warning' | 'error';
  readonly text: string;
}

const restarted: Notice = {
  type: 'warning',
  text: '登记库进程刚才意外停止，已重新启动。未完成的那一步没有写入，请核对后重做。',
};

/** Says when the process that owns the register has ended unasked; once it runs again, the screen is asked for anew. */
export function DeskStateNotice() {
  const [notice, setNotice] = useState<Notice | null>(null);
  const queries = useQueryClient();
  useEffect(
    () =>
      onDeskState((heard) => {
        if (heard.state === 'running') {
          setNotice(restarted);
          void queries.invalidateQueries();
        } else {
          setNotice({ type: heard.state === 'stopped' ? 'error' : 'warning', text: heard.message });
        }
      }),
    [queries],
  );
  if (notice === null) return null;
  const close = notice === restarted && (
    <Button size="small" onClick={() => setNotice(null)}>
      知道了
    </Button>
  );
  return <Alert banner type={notice.type} title={notice.text} action={close} />;
}

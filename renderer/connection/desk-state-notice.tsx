import { useQueryClient } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useEffect, useState } from 'react';
import type { DeskState } from '../../workflow/contract/desktop.ts';
import { onDeskState } from './desktop-bridge.ts';

/** Says when the process that owns the register has ended unasked; once it runs again, the screen is asked for anew. */
export function DeskStateNotice() {
  const [state, setState] = useState<DeskState>({ state: 'running' });
  const queries = useQueryClient();
  useEffect(
    () =>
      onDeskState((heard) => {
        setState((before) => (heard.state === 'running' && before.state === 'restarting' ? { state: 'running' } : heard));
        if (heard.state === 'running') void queries.invalidateQueries();
      }),
    [queries],
  );
  if (state.state === 'running') return null;
  return <Alert banner type={state.state === 'stopped' ? 'error' : 'warning'} title={state.message} />;
}

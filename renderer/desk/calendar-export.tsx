import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { ask } from '../connection/desk-client.ts';
import { askDesktop } from '../connection/desktop-bridge.ts';
import { FailureNotice } from '../connection/failure-notice.tsx';
import { SavedFile } from '../data-exchange/saved-file.tsx';

/** The duties of a time as a calendar file, for a phone or a calendar program to remind of. */
export function CalendarExport({ days, today }: { readonly days: number; readonly today: string }) {
  const save = useMutation({
    mutationFn: async () => {
      const { path } = await askDesktop('chooseTarget', { title: '导出待办日历', fileName: `待办事项_${today}.ics`, type: 'calendar' });
      return path === null ? null : ask('exportCalendar', { target: path, days });
    },
  });
  return (
    <div className="row">
      <Button title="存为日历文件，手机和日历程序可以导入提醒" loading={save.isPending} onClick={() => save.mutate()}>
        导出日历（.ics）…
      </Button>
      <FailureNotice failure={save.error} />
      {save.data !== undefined && save.data !== null && <SavedFile path={save.data.path} what={`日历（${save.data.duties} 项）`} />}
    </div>
  );
}

import { useMutation } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import type { InputOf } from '../../workflow/contract/contract.ts';
import { studioOrderLabels, studioOrders } from '../../workflow/contract/studio.ts';
import { type StudioListAsked, studioColumnKeys, studioColumns } from '../../workflow/contract/studio-columns.ts';
import { ask } from '../connection/desk-client.ts';
import { askDesktop } from '../connection/desktop-bridge.ts';
import { FailureNotice } from '../connection/failure-notice.tsx';
import { SavedFile } from '../data-exchange/saved-file.tsx';

const orderChoices = studioOrders.map((value) => ({ value, label: `按${studioOrderLabels[value]}` }));
const columnChoices = studioColumnKeys.map((value) => ({ value, label: studioColumns[value].label }));

interface ListChoicesProps {
  readonly list: StudioListAsked;
  readonly onChange: (list: StudioListAsked) => void;
}

/** The order and the columns of the list, and a roster of exactly what it then shows. */
export function ListChoices({ list, onChange }: ListChoicesProps) {
  const save = useMutation({
    mutationFn: async () => {
      const wanted: InputOf<'exportName'> = { kind: 'roster', list };
      const { fileName } = await ask('exportName', wanted);
      const { path } = await askDesktop('chooseTarget', { title: '保存花名册', fileName, type: 'workbook' });
      return path === null ? null : ask('exportFile', { ...wanted, target: path });
    },
  });
  return (
    <>
      <div className="row studios-filters">
        <Select
          aria-label="次序"
          className="studios-filter"
          options={orderChoices}
          value={list.query.order ?? 'strokes'}
          onChange={(order) => onChange({ ...list, query: { ...list.query, order } })}
        />
        <Select
          aria-label="栏目"
          className="studios-columns"
          mode="multiple"
          maxTagCount={0}
          maxTagPlaceholder={(hidden) => `显示 ${hidden.length} 个栏目`}
          options={columnChoices}
          value={list.columns}
          // The columns keep the order they are declared in, whichever was ticked first; one at least stays.
          onChange={(chosen) => {
            const columns = studioColumnKeys.filter((key) => chosen.includes(key));
            if (columns.length > 0) onChange({ ...list, columns });
          }}
        />
        <Button onClick={() => onChange({ ...list, unmasked: !list.unmasked })}>{list.unmasked ? '隐藏身份证号' : '显示身份证号'}</Button>
        <Button loading={save.isPending} onClick={() => save.mutate()}>
          导出本表…
        </Button>
      </div>
      <FailureNotice failure={save.error} />
      {save.data !== undefined && save.data !== null && <SavedFile path={save.data.path} what="花名册" />}
    </>
  );
}

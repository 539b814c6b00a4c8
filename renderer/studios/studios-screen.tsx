import { Input, type InputRef, Select } from 'antd';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { applicationStatuses, applicationStatusLabels } from '../../policy/seat.ts';
import type { Session } from '../../workflow/contract/session.ts';
import { studioLevelChoices } from '../../workflow/contract/studio.ts';
import { type StudioListAsked, usualStudioColumns } from '../../workflow/contract/studio-columns.ts';
import { FailureNotice } from '../connection/failure-notice.tsx';
import { useAnswer } from '../connection/use-answer.ts';
import { goTo } from '../frame/use-place.ts';
import { ListChoices } from './list-choices.tsx';
import { StudioList } from './studio-list.tsx';
import './studios.css';

/** Every studio of the register, found by name, lead, unit, pinyin or digits of an ID number. Ctrl+F goes to the search. */
export function StudiosScreen({ session, status }: { readonly session: Session; readonly status: string | undefined }) {
  const [list, setList] = useState<StudioListAsked>({
    query: { statuses: status === undefined ? [] : [status] },
    columns: [...usualStudioColumns],
    unmasked: false,
  });
  const { query } = list;
  const narrow = (more: StudioListAsked['query']): void => setList({ ...list, query: { ...query, ...more } });
  const searchField = useRef<InputRef>(null);
  const studios = useAnswer('listStudios', useDeferredValue(query, {}));
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!event.ctrlKey || event.key.toLowerCase() !== 'f') return;
      event.preventDefault();
      searchField.current?.focus({ cursor: 'all' });
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <div className="row spread studios-head">
        <h1 className="screen-title">工作室</h1>
        <span className="faint">共 {studios.data?.length ?? 0} 个</span>
      </div>
      <div className="row studios-filters">
        <Input
          ref={searchField}
          className="studios-search"
          autoFocus
          allowClear
          aria-label="查找工作室"
          placeholder="查找：名称、领办人、单位、拼音或首字母、身份证号数字（Ctrl+F）"
          value={query.search ?? ''}
          onChange={({ target }) => narrow({ search: target.value })}
        />
        <Select
          className="studios-filter"
          mode="multiple"
          allowClear
          aria-label="状态"
          placeholder="全部状态"
          value={query.statuses ?? []}
          onChange={(statuses) => narrow({ statuses })}
          options={applicationStatuses.map((value) => ({ value, label: applicationStatusLabels[value] }))}
        />
        <Select
          className="studios-filter"
          mode="multiple"
          allowClear
          aria-label="级别"
          placeholder="全部级别"
          value={query.levels ?? []}
          onChange={(levels) => narrow({ levels })}
          options={studioLevelChoices}
        />
        <Select
          className="studios-filter"
          mode="multiple"
          allowClear
          aria-label="行业"
          placeholder="全部行业"
          value={query.sectors ?? []}
          onChange={(sectors) => narrow({ sectors })}
          options={session.sectors.map((value) => ({ value, label: value }))}
        />
      </div>
      <ListChoices list={list} onChange={setList} />
      <FailureNotice failure={studios.error} />
      <StudioList
        studios={studios.data ?? []}
        columns={list.columns}
        unmasked={list.unmasked}
        onOpen={(studioId) => goTo({ screen: 'studio', studioId })}
      />
    </>
  );
}

import { Button, Input, type InputRef, Select } from 'antd';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { applicationStatuses, applicationStatusLabels, type StudioLevel, studioLevelLabels } from '../../policy/seat.ts';
import type { Session } from '../../workflow/contract/session.ts';
import { FailureNotice } from '../connection/failure-notice.tsx';
import { useAnswer } from '../connection/use-answer.ts';
import { goTo } from '../frame/use-place.ts';
import { StudioList } from './studio-list.tsx';
import './studios.css';

const levelChoices = (['in-system', 'district'] as const).map((value) => ({ value, label: studioLevelLabels[value] }));

/** Every studio of the register, found by name, lead, unit, pinyin or digits of an ID number. Ctrl+F goes to the search. */
export function StudiosScreen({ session, status }: { readonly session: Session; readonly status: string | undefined }) {
  const [search, setSearch] = useState('');
  const [statuses, setStatuses] = useState<string[]>(status === undefined ? [] : [status]);
  const [sectors, setSectors] = useState<string[]>([]);
  const [levels, setLevels] = useState<StudioLevel[]>([]);
  const [unmasked, setUnmasked] = useState(false);
  const searchField = useRef<InputRef>(null);
  const studios = useAnswer('listStudios', useDeferredValue({ search: search.trim(), statuses, sectors, levels }, {}));
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
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
        <Select
          className="studios-filter"
          mode="multiple"
          allowClear
          aria-label="状态"
          placeholder="全部状态"
          value={statuses}
          onChange={setStatuses}
          options={applicationStatuses.map((value) => ({ value, label: applicationStatusLabels[value] }))}
        />
        <Select
          className="studios-filter"
          mode="multiple"
          allowClear
          aria-label="级别"
          placeholder="全部级别"
          value={levels}
          onChange={setLevels}
          options={levelChoices}
        />
        <Select
          className="studios-filter"
          mode="multiple"
          allowClear
          aria-label="行业"
          placeholder="全部行业"
          value={sectors}
          onChange={setSectors}
          options={session.sectors.map((value) => ({ value, label: value }))}
        />
        <Button onClick={() => setUnmasked(!unmasked)}>{unmasked ? '隐藏身份证号' : '显示身份证号'}</Button>
      </div>
      <FailureNotice failure={studios.error} />
      <StudioList studios={studios.data ?? []} unmasked={unmasked} onOpen={(studioId) => goTo({ screen: 'studio', studioId })} />
    </>
  );
}

import { Checkbox, Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import { FailureNotice } from '../connection/failure-notice.tsx';
import { useAnswer } from '../connection/use-answer.ts';

interface StudioChoiceProps {
  readonly chosen: readonly string[];
  readonly onChosen: (studioIds: readonly string[]) => void;
  /** The studio whose document is in the preview. */
  readonly shown: string | undefined;
  readonly onShow: (studioId: string) => void;
}

/** Named studios to make documents for: ticked ones are made, the one clicked is previewed. */
export function StudioChoice({ chosen, onChosen, shown, onShow }: StudioChoiceProps) {
  const [search, setSearch] = useState('');
  const studios = useAnswer('listStudios', useDeferredValue({ search: search.trim(), statuses: ['named', 'filed'] }, {}));
  const found = studios.data ?? [];
  const all = found.length > 0 && found.every(({ id }) => chosen.includes(id));
  const tick = (studioId: string, on: boolean): void =>
    onChosen(on ? [...chosen, studioId] : chosen.filter((candidate) => candidate !== studioId));
  return (
    <div className="studio-choice">
      <Input
        allowClear
        aria-label="查找工作室"
        placeholder="查找工作室"
        value={search}
        onChange={({ target }) => setSearch(target.value)}
      />
      <FailureNotice failure={studios.error} />
      <Checkbox
        className="studio-choice-all"
        disabled={found.length === 0}
        checked={all}
        onChange={({ target }) => onChosen(target.checked ? found.map(({ id }) => id) : [])}
      >
        全选（已选 {chosen.length} 个）
      </Checkbox>
      <ul className="plain-list studio-choice-list">
        {found.map(({ id, name }) => (
          <li key={id} className={id === shown ? 'studio-choice-item shown' : 'studio-choice-item'}>
            <Checkbox aria-label={`选择${name}`} checked={chosen.includes(id)} onChange={({ target }) => tick(id, target.checked)} />
            <button type="button" className="studio-choice-name" onClick={() => onShow(id)}>
              {name}
            </button>
          </li>
        ))}
        {studios.isSuccess && found.length === 0 && <li className="faint studio-choice-item">没有已命名的工作室</li>}
      </ul>
    </div>
  );
}

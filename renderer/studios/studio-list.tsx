import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { studioLevelLabels } from '../../policy/seat.ts';
import type { StudioRow } from '../../workflow/contract/studio.ts';
import { maskIdNumber } from './mask-id-number.ts';
import { movedTo, rowHeight, rowsInSight, scrollToShow } from './rows-in-sight.ts';
import { StatusTag } from './status-tag.tsx';

interface StudioListProps {
  readonly studios: readonly StudioRow[];
  readonly unmasked: boolean;
  readonly onOpen: (studioId: string) => void;
}

const headings = ['工作室', '领办人', '所在单位', '行业', '级别', '状态', '身份证号', '申报日期'] as const;

/**
 * A list that draws only the rows in sight, so that a hundred thousand are as quick as ten. Arrow keys, Home, End and the page
 * keys move in it, Enter opens.
 */
export function StudioList({ studios, unmasked, onOpen }: StudioListProps) {
  const scroll = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 0 });
  const [chosen, setChosen] = useState(0);
  useEffect(() => {
    const element = scroll.current;
    if (element === null) return undefined;
    const look = (): void => setView({ top: element.scrollTop, height: element.clientHeight });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, []);

  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') {
      const studio = studios[chosen];
      if (studio !== undefined) onOpen(studio.id);
      return;
    }
    const target = movedTo(event.key, chosen, studios.length);
    if (target === undefined) return;
    event.preventDefault();
    setChosen(target);
    scroll.current?.scrollTo(0, scrollToShow(target, view.top, view.height));
  };

  const { from, to } = rowsInSight(view.top, view.height, studios.length);
  return (
    <div className="studio-list" role="grid" aria-label="工作室" aria-rowcount={studios.length} tabIndex={0} onKeyDown={onKey}>
      <div className="studio-list-row studio-list-head" role="row">
        {headings.map((heading) => (
          <div key={heading} role="columnheader">
            {heading}
          </div>
        ))}
      </div>
      <div ref={scroll} className="studio-list-scroll" role="rowgroup">
        {studios.length === 0 && <p className="studio-list-empty">没有符合条件的工作室</p>}
        <div className="studio-list-all" style={{ height: studios.length * rowHeight }}>
          {studios.slice(from, to).map((studio, offset) => (
            <div
              key={studio.id}
              role="row"
              aria-rowindex={from + offset + 1}
              aria-selected={from + offset === chosen}
              className="studio-list-row studio-list-item"
              style={{ transform: `translateY(${(from + offset) * rowHeight}px)` }}
              onClick={() => onOpen(studio.id)}
            >
              <Cells studio={studio} unmasked={unmasked} />
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

function Cells({ studio, unmasked }: { readonly studio: StudioRow; readonly unmasked: boolean }) {
  const idNumber = studio.lead?.idNumber ?? '';
  const levels = studio.levels.map((level) => studioLevelLabels[level]).join('、');
  const texts = [studio.name, studio.lead?.name ?? '', studio.hostUnit ?? '', studio.sector, levels];
  return (
    <>
      {texts.map((text, index) => (
        <div key={headings[index]} role="gridcell" title={text}>
          {text}
        </div>
      ))}
      <div role="gridcell">
        <StatusTag status={studio.status} label={studio.statusLabel} />
      </div>
      <div role="gridcell" className="studio-list-number">
        {unmasked ? idNumber : maskIdNumber(idNumber)}
      </div>
      <div role="gridcell">{studio.appliedOn ?? ''}</div>
    </>
  );
}

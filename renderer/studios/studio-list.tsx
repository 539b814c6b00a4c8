import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { StudioRow } from '../../workflow/contract/studio.ts';
import { type StudioColumnKey, studioColumns } from '../../workflow/contract/studio-columns.ts';
import { movedTo, rowHeight, rowsInSight, scrollToShow } from './rows-in-sight.ts';
import { StatusTag } from './status-tag.tsx';

interface StudioListProps {
  readonly studios: readonly StudioRow[];
  readonly columns: readonly StudioColumnKey[];
  readonly unmasked: boolean;
  readonly onOpen: (studioId: string) => void;
}

/**
 * A list that draws only the rows in sight, so that a hundred thousand are as quick as ten. Arrow keys, Home, End and the page
 * keys move in it, Enter opens.
 */
export function StudioList({ studios, columns, unmasked, onOpen }: StudioListProps) {
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

  const tracks = { gridTemplateColumns: columns.map((key) => studioColumns[key].track).join(' ') };
  const { from, to } = rowsInSight(view.top, view.height, studios.length);
  return (
    <div className="studio-list" role="grid" aria-label="工作室" aria-rowcount={studios.length} tabIndex={0} onKeyDown={onKey}>
      <div className="studio-list-row studio-list-head" role="row" style={tracks}>
        {columns.map((key) => (
          <div key={key} role="columnheader">
            {studioColumns[key].label}
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
              style={{ ...tracks, transform: `translateY(${(from + offset) * rowHeight}px)` }}
              onClick={() => onOpen(studio.id)}
            >
              <Cells studio={studio} columns={columns} unmasked={unmasked} />
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

interface CellsProps {
  readonly studio: StudioRow;
  readonly columns: readonly StudioColumnKey[];
  readonly unmasked: boolean;
}

function Cells({ studio, columns, unmasked }: CellsProps) {
  return columns.map((key) => {
    const text = studioColumns[key].text(studio, unmasked);
    if (key === 'status') {
      return (
        <div key={key} role="gridcell">
          <StatusTag status={studio.status} label={text} />
        </div>
      );
    }
    return (
      <div key={key} role="gridcell" title={text} className={key === 'idNumber' ? 'studio-list-number' : undefined}>
        {text}
      </div>
    );
  });
}

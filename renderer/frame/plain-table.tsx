import { Button } from 'antd';
import { Fragment, type ReactNode, useState } from 'react';
import './plain-table.css';

/** One column: its heading, what stands in it for a row, and its width in pixels where it should not share what is left. */
export interface Column<Row> {
  readonly title: string;
  readonly width?: number;
  /** Figures, which stand under each other at the right edge. */
  readonly figures?: true;
  readonly render: (row: Row) => ReactNode;
}

interface PlainTableProps<Row> {
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
  /** What is said when there is no row. */
  readonly empty: string;
  /** More about a row, in a line of its own below it; nothing for a row that has no more. */
  readonly renderDetails?: (row: Row) => ReactNode;
}

/** Rows that are drawn at first, and at each 显示更多. */
const step = 100;

/**
 * A table of few rows, made of nothing but table elements. antd's own measures scroll bars with a style element that carries no nonce,
 * which the content security policy refuses.
 */
export function PlainTable<Row>({ rows, rowKey, columns, empty, renderDetails }: PlainTableProps<Row>) {
  const [limit, setLimit] = useState(step);
  return (
    <>
      <table className="plain-table">
        <colgroup>
          {columns.map(({ title, width }) => (
            <col key={title} style={width === undefined ? {} : { width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ title, figures }) => (
              <th key={title} scope="col" className={figures === true ? 'plain-table-figures' : ''}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, limit).map((row) => (
            <Fragment key={rowKey(row)}>
              <tr>
                {columns.map(({ title, figures, render }) => (
                  <td key={title} className={figures === true ? 'plain-table-figures' : ''}>
                    {render(row)}
                  </td>
                ))}
              </tr>
              <Details content={renderDetails?.(row)} width={columns.length} />
            </Fragment>
          ))}
          {rows.length === 0 && (
            <tr>
              <td className="plain-table-empty" colSpan={columns.length}>
                {empty}
              </td>
            </tr>
          )}
        </tbody>
      </table>
      {rows.length > limit && (
        <Button block onClick={() => setLimit(limit + step)}>
          显示更多（还有 {rows.length - limit} 行）
        </Button>
      )}
    </>
  );
}

function Details({ content, width }: { readonly content: ReactNode; readonly width: number }) {
  if (content === undefined || content === null || content === false) return null;
  return (
    <tr className="plain-table-details">
      <td colSpan={width}>{content}</td>
    </tr>
  );
}

import { Alert, Button } from 'antd';
import type { ImportResult } from '../../workflow/contract/import.ts';
import { PlaceLink } from '../frame/place-link.tsx';

/** What an import did, in numbers, with where to go from here. */
export function ImportOutcome({ result, again }: { readonly result: ImportResult; readonly again: () => void }) {
  const counts = [
    `新增 ${result.new}`,
    `更新 ${result.changed}`,
    `无变化 ${result.unchanged}`,
    `冲突 ${result.conflicts}`,
    `错误 ${result.errors.length}`,
  ];
  return (
    <>
      <Alert
        className="notice"
        type={result.batch === null ? 'info' : 'success'}
        showIcon
        title={result.batch === null ? '登记库没有变化：文件里没有新的内容。' : `第 ${result.batch} 批已导入。`}
        description={`共 ${result.rows} 行：${counts.join('，')}。需要撤销时，到「导入记录」整批撤销。`}
      />
      {result.errors.length > 0 && (
        <section className="panel">
          <h2>没有导入的内容</h2>
          <ul className="preview-details">
            {result.errors.map(({ sheet, cell, studio, field, message }) => (
              <li key={`${sheet} ${cell} ${field}`} className="preview-error">
                {sheet} {cell}　{studio}「{field}」：{message}
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className="row">
        <Button type="primary" onClick={again}>
          再导入一个文件…
        </Button>
        <PlaceLink to={{ screen: 'studios' }}>查看工作室</PlaceLink>
      </div>
    </>
  );
}

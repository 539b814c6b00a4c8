import { Alert, Button } from 'antd';
import type { MadeDocuments } from '../../workflow/contract/document.ts';
import { askDesktop } from '../connection/desktop-bridge.ts';

/** What was made, by file, and what was refused, by studio with the reason. */
export function MadeDocumentsNotice({ made: { files, refused } }: { readonly made: MadeDocuments }) {
  const [first] = files;
  return (
    <>
      {first !== undefined && (
        <Alert
          className="notice"
          type="success"
          showIcon
          title={`已保存 ${files.length} 份`}
          description={
            <ul className="plain-list documents-made">
              {files.map(({ path, number }) => (
                <li key={path}>
                  {path}
                  {number === null ? '' : `　${number}`}
                </li>
              ))}
            </ul>
          }
          action={
            <Button size="small" onClick={() => void askDesktop('showInFolder', { path: first.path })}>
              打开所在文件夹
            </Button>
          }
        />
      )}
      {refused.length > 0 && (
        <Alert
          className="notice"
          type="error"
          showIcon
          title={`${refused.length} 份没有出具`}
          description={
            <ul className="plain-list documents-made">
              {refused.map(({ studio, reason }) => (
                <li key={studio}>
                  {studio}：{reason}
                </li>
              ))}
            </ul>
          }
        />
      )}
    </>
  );
}

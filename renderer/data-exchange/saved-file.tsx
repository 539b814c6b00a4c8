import { Alert, Button } from 'antd';
import { askDesktop } from '../connection/desktop-bridge.ts';

/** Where a file was saved, and the way to its folder. */
export function SavedFile({ path, what }: { readonly path: string; readonly what: string }) {
  return (
    <Alert
      className="notice"
      type="success"
      showIcon
      title={`已保存${what}：${path}`}
      action={
        <Button size="small" onClick={() => void askDesktop('showInFolder', { path })}>
          打开所在文件夹
        </Button>
      }
    />
  );
}

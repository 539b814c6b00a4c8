import { Button, Input, Space } from 'antd';
import { useState } from 'react';
import { askDesktop } from '../connection/desktop-bridge.ts';

interface FileChoiceProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (path: string | undefined) => void;
}

/** A file of this computer, chosen in the system's own dialog. */
export function FileChoice({ id, value, onChange }: FileChoiceProps) {
  const [failure, setFailure] = useState<string | null>(null);
  const choose = async (): Promise<void> => {
    try {
      const { path } = await askDesktop('chooseFile', { title: '选择附件', type: 'any' });
      if (path !== null) onChange?.(path);
      setFailure(null);
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <>
      <Space.Compact block>
        <Input {...(id === undefined ? {} : { id })} readOnly value={value ?? ''} placeholder="没有选择文件" />
        {value !== undefined && <Button onClick={() => onChange?.(undefined)}>不附文件</Button>}
        <Button onClick={() => void choose()}>选择文件…</Button>
      </Space.Compact>
      {failure !== null && <div className="short-of-target">{failure}</div>}
    </>
  );
}

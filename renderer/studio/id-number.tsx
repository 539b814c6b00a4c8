import { Button } from 'antd';
import { useState } from 'react';
import { maskIdNumber } from '../../workflow/contract/mask-id-number.ts';

/** An ID number, masked until somebody asks for it. */
export function IdNumber({ value }: { readonly value: string | null }) {
  const [shown, setShown] = useState(false);
  if (value === null) return <span className="faint">未填</span>;
  return (
    <span className="id-number">
      {shown ? value : maskIdNumber(value)}
      <Button type="link" size="small" aria-label={shown ? '隐藏身份证号' : '显示身份证号'} onClick={() => setShown(!shown)}>
        {shown ? '隐藏' : '显示'}
      </Button>
    </span>
  );
}

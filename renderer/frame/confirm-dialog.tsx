import { Button } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';

interface ConfirmDialogProps {
  readonly title: string;
  /** What will be lost or changed, by name. */
  readonly children: ReactNode;
  /** The button that does it, named for what it does. */
  readonly action: string;
  readonly busy?: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Asks before something that takes away. 取消 has the focus, and Escape is 取消. */
export function ConfirmDialog({ title, children, action, busy = false, onConfirm, onCancel }: ConfirmDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="confirm-dialog"
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
    >
      <h2>{title}</h2>
      <div className="confirm-dialog-body">{children}</div>
      <div className="confirm-dialog-buttons">
        <Button autoFocus onClick={onCancel}>
          取消
        </Button>
        <Button danger type="primary" loading={busy} onClick={onConfirm}>
          {action}
        </Button>
      </div>
    </dialog>
  );
}

import { Alert, Button } from 'antd';

/** What went wrong, in the words it came with: 「无法…」, why, and what to do next. */
export function FailureNotice({ failure, retry }: { readonly failure: Error | null; readonly retry?: () => void }) {
  if (failure === null) return null;
  return (
    <Alert
      className="notice"
      type="error"
      showIcon
      title={failure.message}
      action={retry === undefined ? undefined : <Button onClick={retry}>重试</Button>}
    />
  );
}

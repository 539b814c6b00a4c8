import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider, theme } from 'antd';
import chinese from 'antd/locale/zh_CN';
import { FailureNotice } from './connection/failure-notice.tsx';
import { useAnswer } from './connection/use-answer.ts';
import { FirstStart } from './first-start/first-start.tsx';
import { DeskFrame } from './frame/desk-frame.tsx';
import { useDarkSystem } from './frame/use-dark-system.ts';

// The register is on this computer: nothing waits for a network, and an answer that failed once fails again.
const queries = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, refetchOnWindowFocus: false, staleTime: Number.POSITIVE_INFINITY },
    mutations: { networkMode: 'always', retry: false },
  },
});

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

/** The whole window: light or dark as the system is, Chinese throughout, and every style it makes carries the page's nonce. */
export function App() {
  const dark = useDarkSystem();
  return (
    <ConfigProvider
      locale={chinese}
      csp={{ nonce }}
      button={{ autoInsertSpace: false }}
      theme={{
        algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
        token: { colorPrimary: dark ? '#4a90e2' : '#1f5fae', borderRadius: 4, motion: false, fontSize: 14 },
        components: { Layout: { bodyBg: 'transparent' }, Menu: { itemBg: 'transparent' } },
      }}
    >
      <QueryClientProvider client={queries}>
        <Desk />
      </QueryClientProvider>
    </ConfigProvider>
  );
}

function Desk() {
  const session = useAnswer('session', {});
  // Once there was an answer the frame stays, whatever a later question meets: its notices say what is wrong.
  if (session.data === undefined) return <FailureNotice failure={session.error} retry={() => void session.refetch()} />;
  return session.data.initialised ? <DeskFrame session={session.data} /> : <FirstStart session={session.data} />;
}

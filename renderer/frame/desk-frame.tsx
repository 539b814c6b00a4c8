import { Layout, Menu } from 'antd';
import { useEffect, useRef } from 'react';
import type { Session } from '../../workflow/contract/session.ts';
import { AffairsScreen } from '../affairs/affairs-screen.tsx';
import { DeskStateNotice } from '../connection/desk-state-notice.tsx';
import { ExchangeScreen } from '../data-exchange/exchange-screen.tsx';
import { DeskScreen } from '../desk/desk-screen.tsx';
import { DocumentsScreen } from '../documents/documents-screen.tsx';
import { MeasuresScreen } from '../measures/measures-screen.tsx';
import { RoundScreen } from '../round/round-screen.tsx';
import { StudioScreen } from '../studio/studio-screen.tsx';
import { StudiosScreen } from '../studios/studios-screen.tsx';
import type { Place } from './place.ts';
import { goTo, usePlace } from './use-place.ts';

const screens: readonly { readonly key: Exclude<Place['screen'], 'studio'>; readonly label: string }[] = [
  { key: 'desk', label: '工作台' },
  { key: 'studios', label: '工作室' },
  { key: 'round', label: '区级评选' },
  { key: 'exchange', label: '数据交换' },
  { key: 'documents', label: '文书' },
  { key: 'affairs', label: '部门事务' },
  { key: 'measures', label: '关于本办法' },
];

/** Navigation on the left, the screen one is at on the right. Alt+1 to Alt+7 go to the screens in their order. */
export function DeskFrame({ session }: { readonly session: Session }) {
  const place = usePlace();
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const screen = event.altKey && !event.ctrlKey ? screens[Number(event.key) - 1] : undefined;
      if (screen === undefined) return;
      event.preventDefault();
      goTo({ screen: screen.key });
    };
    const toTop = (): void => main.current?.scrollTo(0, 0);
    window.addEventListener('keydown', onKey);
    window.addEventListener('hashchange', toTop);
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('hashchange', toTop);
    };
  }, []);
  return (
    <Layout className="frame">
      <Layout.Sider className="frame-side" width={176} theme="light">
        <div className="frame-title">
          名师工作室管理台
          <div className="frame-seat">{session.seat?.name ?? ''}</div>
        </div>
        <Menu
          mode="inline"
          selectedKeys={[place.screen === 'studio' ? 'studios' : place.screen]}
          items={screens.map(({ key, label }, index) => ({ key, label, title: `${label}（Alt+${index + 1}）` }))}
          onClick={({ key }) => goTo({ screen: key as Exclude<Place['screen'], 'studio'> })}
        />
        <div className="frame-foot">今天：{session.today}</div>
      </Layout.Sider>
      <Layout.Content className="frame-content">
        <DeskStateNotice />
        <main ref={main} className="frame-main">
          <Screen place={place} session={session} />
        </main>
      </Layout.Content>
    </Layout>
  );
}

function Screen({ place, session }: { readonly place: Place; readonly session: Session }) {
  if (place.screen === 'desk') return <DeskScreen session={session} />;
  if (place.screen === 'studios') return <StudiosScreen key={place.status} session={session} status={place.status} />;
  if (place.screen === 'studio') {
    return <StudioScreen key={place.studioId} session={session} studioId={place.studioId} command={place.command} tab={place.tab} />;
  }
  if (place.screen === 'round') return <RoundScreen session={session} place={place} />;
  if (place.screen === 'affairs') return <AffairsScreen session={session} command={place.command} />;
  if (place.screen === 'exchange') {
    return <ExchangeScreen key={place.kind} session={session} {...(place.kind === undefined ? {} : { kind: place.kind })} />;
  }
  if (place.screen === 'documents') return <DocumentsScreen session={session} kind={place.kind} studioId={place.studioId} />;
  place.screen satisfies 'measures';
  return <MeasuresScreen />;
}

import { Tabs } from 'antd';
import type { Session } from '../../workflow/contract/session.ts';
import { DocumentMaking } from './document-making.tsx';
import { IssuedDocuments } from './issued-documents.tsx';
import './documents.css';

interface DocumentsScreenProps {
  readonly session: Session;
  /** What to begin with, when one comes from a studio's page. */
  readonly kind: string | undefined;
  readonly studioId: string | undefined;
}

/** Documents as pages before they are saved, and the register of those that were issued. */
export function DocumentsScreen({ session, kind, studioId }: DocumentsScreenProps) {
  return (
    <Tabs
      items={[
        {
          key: 'make',
          label: '出具文书',
          children: <DocumentMaking key={`${kind} ${studioId}`} session={session} kind={kind} studioId={studioId} />,
        },
        { key: 'issued', label: '已出具的文书', children: <IssuedDocuments /> },
      ]}
    />
  );
}

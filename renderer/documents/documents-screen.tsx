import { Tabs } from 'antd';
import { useState } from 'react';
import type { Session } from '../../workflow/contract/session.ts';
import { CustomWording } from './custom-wording.tsx';
import { DocumentBatch } from './document-batch.tsx';
import { DocumentMaking } from './document-making.tsx';
import { DocumentSettings } from './document-settings.tsx';
import { IssuedDocuments } from './issued-documents.tsx';
import './documents.css';

interface DocumentsScreenProps {
  readonly session: Session;
  /** What to begin with, when one comes from a studio's page. */
  readonly kind: string | undefined;
  readonly studioId: string | undefined;
}

/** Documents as pages before they are saved, many at once, the register of those that were issued, how each kind is worded, and what is settled for all. */
export function DocumentsScreen({ session, kind, studioId }: DocumentsScreenProps) {
  const [batchId, setBatchId] = useState<string | null>(null);
  return (
    <Tabs
      items={[
        {
          key: 'make',
          label: '出具文书',
          children: <DocumentMaking key={`${kind} ${studioId}`} session={session} kind={kind} studioId={studioId} />,
        },
        {
          key: 'batch',
          label: '成批出具',
          children: <DocumentBatch session={session} batchId={batchId} onBegun={setBatchId} />,
        },
        { key: 'issued', label: '已出具的文书', children: <IssuedDocuments /> },
        { key: 'wording', label: '自定义文本', children: <CustomWording /> },
        { key: 'settings', label: '文书设置', children: <DocumentSettings session={session} /> },
      ]}
    />
  );
}

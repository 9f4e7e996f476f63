import type { PrintedDocument } from '../shared/printed-document';

const names: Readonly<Record<PrintedDocument['kind'], string>> = {
  'hand-over': 'Key hand-over',
  'successor-card': 'Successor card',
  record: 'Ceremony record',
};

/** What a document is, and which key it is about. */
export interface DocumentTitle {
  readonly name: string;
  readonly isPractice: boolean;
  /** Id of the key, or of the ceremony if no key is known. */
  readonly of: string;
  /** Only for a record: the beginning of its head hash, which ties each page to the file. */
  readonly head?: string;
}

/** For the head and foot of each page, and for the PDF's own title. */
export function documentTitle(document: PrintedDocument): DocumentTitle {
  const { mode, of } = subject(document);
  const head = document.kind === 'record' ? { head: document.record.head.slice(0, 16) } : {};
  return { name: names[document.kind], isPractice: mode === 'practice', of, ...head };
}

function subject(document: PrintedDocument): { readonly mode: string; readonly of: string } {
  switch (document.kind) {
    case 'hand-over':
      return { mode: document.handOver.mode, of: `Key ${document.handOver.keyId}` };
    case 'successor-card':
      return { mode: document.mode, of: ofKey(document.key.keyId, document.ceremonyId) };
    case 'record': {
      const { ceremony, key } = document.record;
      return { mode: ceremony.mode, of: ofKey(key.keyId, ceremony.id) };
    }
  }
}

const ofKey = (keyId: string | undefined, ceremony: string): string =>
  keyId === undefined ? `Ceremony ${ceremony}` : `Key ${keyId}`;

import type { PrintedDocument } from '../../main/shared/printed-document';
import { HandOverPaper } from './hand-over-paper';
import { RecordPaper } from './record-paper';
import { SuccessorCard } from './successor-card';

/** The requested document, on paper. */
export function PrintedPage({ document }: { readonly document: PrintedDocument }) {
  switch (document.kind) {
    case 'hand-over':
      return <HandOverPaper {...document} />;
    case 'successor-card':
      return <SuccessorCard card={document} />;
    case 'record':
      return <RecordPaper {...document} />;
  }
}

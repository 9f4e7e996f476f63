import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { PrintedFacts } from '../../main/shared/printed-document';
import '../styles/print.css';
import { PrintedPage } from './printed-page';

/** A printed page calls nothing: main puts its facts into the document itself. */
function readFacts(): PrintedFacts | undefined {
  const text = document.getElementById('facts')?.textContent;
  return text ? (JSON.parse(text) as PrintedFacts) : undefined;
}

const root = document.getElementById('root');
const facts = readFacts();
if (root !== null && facts !== undefined) {
  flushSync(() => createRoot(root).render(<PrintedPage document={facts.document} />));
  // The title tells main that the whole page is there.
  if (root.childElementCount > 0) document.title = facts.title;
}

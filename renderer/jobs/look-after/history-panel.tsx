import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { KeyView } from '../../../main/shared/views/keys';
import { historyPanel } from '../../words/look-after/one-key';
import { bothInstants } from '../../words/shell/instants';
import { historyOf } from './materials';

/** What AWS still knows of the life of the key, the last first. */
export function HistoryPanel({ view }: { readonly view: KeyView }) {
  const events = historyOf(view);
  return (
    <Container
      header={
        <Header variant="h2" description={historyPanel.text}>
          {historyPanel.title}
        </Header>
      }
    >
      {events.length === 0 ? (
        historyPanel.none
      ) : (
        <ol className="history">
          {events.map(({ at, what, material }) => (
            <li key={`${at} ${material ?? ''}`}>
              <span>{bothInstants(new Date(at))}</span>
              <span>
                {what === 'created'
                  ? historyPanel.created
                  : historyPanel.rotated((material ?? '').slice(0, 12))}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Container>
  );
}

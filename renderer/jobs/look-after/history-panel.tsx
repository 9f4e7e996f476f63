import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import { useEffect, useState } from 'react';
import type { KeyView } from '../../../main/shared/views/keys';
import { api } from '../../base/api';
import { historyPanel } from '../../words/look-after/one-key';
import { bothInstants } from '../../words/shell/instants';
import { historyOf } from './materials';

/** What AWS still knows of the life of the key, and what was done to it on this computer; the last first. */
export function HistoryPanel({ view }: { readonly view: KeyView }) {
  const [here, setHere] = useState<readonly string[]>([]);
  const { keyId } = view.row;
  useEffect(() => {
    void api.listFinished({}).then((list) => {
      const works = list.ok ? list.value.works.filter((work) => work.keyId === keyId) : [];
      setHere(works.map(({ finishedAt }) => finishedAt));
    });
  }, [keyId]);
  const events = historyOf(view, here);
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
            <li key={`${at} ${what} ${material ?? ''}`}>
              <span>{bothInstants(new Date(at))}</span>
              <span>
                {what === 'rotated'
                  ? historyPanel.rotated((material ?? '').slice(0, 12))
                  : historyPanel[what]}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Container>
  );
}

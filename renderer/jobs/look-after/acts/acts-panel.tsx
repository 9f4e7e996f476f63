import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import { offerOf } from '../../../../main/shared/acts-by-state';
import type { ActName } from '../../../../main/shared/views/acts';
import type { KeyRow } from '../../../../main/shared/views/keys';
import { actsPanel, actWords } from '../../../words/look-after/acts';
import { rotateWords } from '../../../words/look-after/acts-rotate';

export interface ActsPanelProps {
  readonly row: KeyRow;
  readonly onAct: (act: PanelAction) => void;
}

/** What has a page of its own: an act, or an import. */
export type PanelAction = ActName | 'rotate';

/** In the order in which a person looks for them: what can be undone comes first. */
const acts: readonly PanelAction[] = ['enable-key', 'rotate', 'rotate-now', 'remove-waiting', 'disable-key'];

const wordsOf = (act: PanelAction): { readonly title: string; readonly text: string } =>
  act === 'rotate' ? rotateWords : actWords[act];

/** Everything that can be done with the key in its state, and why the rest cannot. */
export function ActsPanel({ row, onAct }: ActsPanelProps) {
  const offers = acts.flatMap((act) => {
    const offer = offerOf(act, row);
    return offer === undefined ? [] : [{ act, offer }];
  });
  if (offers.length === 0) return null;
  return (
    <Container
      header={
        <Header variant="h2" description={actsPanel.text}>
          {actsPanel.title}
        </Header>
      }
    >
      <ul className="acts">
        {offers.map(({ act, offer }) => (
          <li key={act}>
            <Button
              disabled={!offer.offered}
              {...(offer.offered ? {} : { disabledReason: actsPanel.hindrances[offer.because] })}
              onClick={() => onAct(act)}
            >
              {wordsOf(act).title}
            </Button>
            <span>{offer.offered ? wordsOf(act).text : actsPanel.hindrances[offer.because]}</span>
          </li>
        ))}
      </ul>
    </Container>
  );
}

import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import { offerOf, type KeyAction } from '../../../../main/shared/acts-by-state';
import type { KeyRow } from '../../../../main/shared/views/keys';
import { actionText, actionTitle, actsPanel } from '../../../words/look-after/acts';
import type { AgainAction } from '../../../words/look-after/import-again';
import type { PlainAct } from './new-act';

export interface ActsPanelProps {
  readonly row: KeyRow;
  /** What is offered above, as the one thing to do next. */
  readonly except: KeyAction | undefined;
  /** To the page of an act on the key. */
  readonly onAct: (act: PlainAct | 'rotate') => void;
  /** To what imports into the key. */
  readonly onImport: (action: AgainAction) => void;
}

/** What has a page of its own: an act, or an import. */
type PanelAction = PlainAct | AgainAction | 'rotate';

/** In the order in which a person looks for them: what can be undone comes first. */
const actions: readonly PanelAction[] = [
  'import-again',
  'extend',
  'enable-key',
  'rotate-now',
  'remove-waiting',
  'rotate',
  'cancel-deletion',
  'disable-key',
  'relabel-key',
  'give-alias',
  'move-alias',
  'remove-alias',
  'replicate-key',
  'delete-material',
  'schedule-deletion',
];

/** Everything that can be done with the key in its state, and why the rest cannot. */
export function ActsPanel({ row, except, onAct, onImport }: ActsPanelProps) {
  const offers = actions.flatMap((action) => {
    const offer = offerOf(action, row);
    return offer === undefined || action === except ? [] : [{ action, offer }];
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
        {offers.map(({ action, offer }) => (
          <li key={action}>
            <Button
              disabled={!offer.offered}
              onClick={() => (isImport(action) ? onImport(action) : onAct(action))}
            >
              {actionTitle(action)}
            </Button>
            <span>{offer.offered ? actionText(action) : actsPanel.hindrances[offer.because]}</span>
          </li>
        ))}
      </ul>
    </Container>
  );
}

const isImport = (action: PanelAction): action is AgainAction =>
  action === 'import-again' || action === 'extend';

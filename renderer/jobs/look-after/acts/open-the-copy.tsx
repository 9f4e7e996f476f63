import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useEffect, useEffectEvent, useReducer, useState } from 'react';
import { isWaiting, noCopySentence } from '../../../../main/shared/acts-typed';
import { materialLengthIn } from '../../../../main/shared/kms-words';
import type { DeletableMaterial } from '../../../../main/shared/views/acts-stop';
import type { KeyView } from '../../../../main/shared/views/keys';
import { reduce } from '../../../custody/reduce';
import { RestorePanel } from '../../../custody/restore-panel';
import { heldOf } from '../../../custody/selectors';
import { newCustody } from '../../../custody/state';
import { useCustody } from '../../../custody/use-custody';
import { deletePage } from '../../../words/look-after/acts-stop';
import { PracticeCopy } from '../import-again/practice-copy';

export interface OpenTheCopyProps {
  readonly view: KeyView;
  readonly chosen: readonly DeletableMaterial[];
  readonly deletable: readonly DeletableMaterial[];
  /** A copy was opened; main knows which, and says of which material it is in the plan. */
  readonly onOpened: () => Promise<void>;
}

/** Opens the copies of what is to be deleted, one after the other. None of what they hold is kept. */
export function OpenTheCopy({ view, chosen, deletable, onOpened }: OpenTheCopyProps) {
  const [custody, dispatch] = useReducer(reduce, newCustody('restore', { mayBeKnown: true }));
  const intents = useCustody(
    custody,
    { key: view.key, lengthBytes: materialLengthIn(view.row.region) },
    dispatch,
  );
  const [lastOpened, setLastOpened] = useState<readonly string[]>();
  const held = heldOf(custody);
  const handle = held?.handle;
  const take = useEffectEvent((): void => {
    const files = held?.copy.files.map(({ name }) => name);
    void onOpened().then(() => {
      setLastOpened(files);
      dispatch({ type: 'startedAgain' });
    });
  });
  useEffect(() => {
    if (handle !== undefined) take();
  }, [handle]);
  const missing = chosen.filter((one) => !isWaiting(one) && one.opened === undefined);
  const isOfNone =
    lastOpened !== undefined && !deletable.some(({ opened }) => opened?.files.join() === lastOpened.join());
  return (
    <Container
      header={
        <Header variant="h2" description={deletePage.copyText}>
          {deletePage.copyTitle}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <div role="status">
          {missing.length === 0 && <StatusIndicator type="success">{deletePage.copyDone}</StatusIndicator>}
          {isOfNone && <Alert type="warning">{deletePage.copyOther}</Alert>}
        </div>
        {missing.length > 0 && (
          <SpaceBetween size="m">
            {missing.some(({ material }) => material?.copy === undefined) && <Box>{deletePage.copyHint}</Box>}
            {view.mode === 'practice' && <PracticeCopy arn={view.row.arn} />}
            <RestorePanel state={custody} intents={intents} />
            <Box color="text-body-secondary">{deletePage.withoutCopy(noCopySentence)}</Box>
          </SpaceBetween>
        )}
      </SpaceBetween>
    </Container>
  );
}

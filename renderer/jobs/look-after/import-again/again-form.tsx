import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Form from '@cloudscape-design/components/form';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { AppError } from '../../../../main/shared/errors';
import type { KeyView } from '../../../../main/shared/views/keys';
import { Failure } from '../../../base/failure';
import { useHeadingFocus } from '../../../base/use-screen';
import { HeldPanel } from '../../../custody/held-panel';
import { RestorePanel } from '../../../custody/restore-panel';
import { heldOf, isBusy } from '../../../custody/selectors';
import { expiryOf } from '../../../intake/expiry';
import { ExpiryFields } from '../../../intake/expiry-fields';
import {
  againWords,
  expiredBefore,
  reviewText,
  type AgainAction,
} from '../../../words/look-after/import-again';
import { keyTitle } from '../../../words/look-after/one-key';
import { chrome } from '../../../words/shell/app';
import type { MaterialForKey } from '../material-for-key';
import { OnOfflineComputer } from './on-offline-computer';
import { PracticeCopy } from './practice-copy';
import { Wanted } from './wanted';

export interface AgainFormProps {
  readonly view: KeyView;
  readonly action: AgainAction;
  readonly session: string;
  readonly material: MaterialForKey;
  /** Why the last attempt did not even begin. */
  readonly failure: AppError | undefined;
  readonly onStart: () => void;
  readonly onBack: () => void;
  readonly onLeave: () => void;
}

/** What this does, the copy, the expiration, one sentence of review, and the button. */
export function AgainForm({ view, action, material, failure, ...props }: AgainFormProps) {
  const { custody, intents, expiry, askedTooEarly } = material;
  const screen = useHeadingFocus<HTMLDivElement>();
  const { row } = view;
  const held = heldOf(custody);
  const wanted = expiryOf(expiry, new Date());
  const isExpiryMissing = held !== undefined && wanted === undefined;
  return (
    <div ref={screen} className="page">
      <Form
        header={
          <Header variant="h1" description={againWords.leads[action]}>
            {`${againWords.titles[action]}: ${keyTitle(row)}`}
          </Header>
        }
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={props.onLeave}>
              {chrome.backToHome}
            </Button>
            <Button onClick={props.onBack}>{againWords.back}</Button>
            <Button variant="primary" disabled={isBusy(custody)} onClick={props.onStart}>
              {againWords.titles[action]}
            </Button>
          </SpaceBetween>
        }
      >
        <SpaceBetween size="l">
          {failure && <Failure error={failure} takesFocus />}
          <Wanted view={view} />
          {held ? (
            <HeldPanel
              held={held}
              expectedKeyId={row.keyId}
              onStartAgain={() => intents.dispatch({ type: 'startedAgain' })}
            />
          ) : (
            <SpaceBetween size="s">
              <Header variant="h2" description={againWords.copyText}>
                {againWords.copyTitle}
              </Header>
              {view.mode === 'practice' && <PracticeCopy arn={row.arn} />}
              <RestorePanel state={custody} intents={intents} />
            </SpaceBetween>
          )}
          <Container
            header={
              <Header variant="h2" description={expiredBefore(row)}>
                {againWords.expiryTitle}
              </Header>
            }
          >
            <ExpiryFields
              expiry={expiry}
              isMissing={isExpiryMissing}
              askedTooEarly={askedTooEarly}
              onChange={material.setExpiry}
            />
          </Container>
          <Container header={<Header variant="h2">{againWords.reviewTitle}</Header>}>
            <Box>{reviewText(action, row, held?.copy.checkValue, wanted)}</Box>
            <div role="alert">
              {askedTooEarly > 0 && held === undefined && (
                <StatusIndicator type="error">{againWords.copyMissing}</StatusIndicator>
              )}
            </div>
          </Container>
          <OnOfflineComputer keyHandle={view.key} session={props.session} mode={view.mode} />
        </SpaceBetween>
      </Form>
    </div>
  );
}

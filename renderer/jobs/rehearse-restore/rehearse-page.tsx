import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Form from '@cloudscape-design/components/form';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useRef } from 'react';
import { api } from '../../base/api';
import { CopyIntake } from '../../intake/copy-intake';
import { Failure } from '../../base/failure';
import { PassphraseField, TypeAgain } from '../../intake/passphrase-field';
import { useFocusOnAsking, useHeadingFocus } from '../../base/use-screen';
import { chrome } from '../../words/shell/app';
import { custodyWords, passphraseWords } from '../../words/custody/custody';
import { restoreWords } from '../../words/custody/custody-restore';
import { rehearsePage } from '../../words/rehearse-restore/rehearse';
import { RecordField } from './record-field';
import { foundCopyOf, missingInRehearsal } from './selectors';
import type { RehearseForm } from './state';
import type { RehearseIntents } from './use-rehearse';

export interface RehearsePageProps {
  readonly form: RehearseForm;
  /**
   * SECURITY: the field stays on the page meanwhile, and is empty. If it were removed with a passphrase in it, the
   * browser would keep both in memory until another field gets the focus.
   */
  readonly isComparing: boolean;
  readonly intents: RehearseIntents;
  readonly onLeave: () => void;
}

/** The whole job on one page: the copy, what opens it, what it is compared with, and the button. */
export function RehearsePage({ form, isComparing, intents, onLeave }: RehearsePageProps) {
  const screen = useHeadingFocus<HTMLDivElement>();
  const { copy, askedTooEarly, failure } = form;
  const missing = missingInRehearsal(form);
  const opensByPassphrase = foundCopyOf(form)?.form === 'passphrase';
  return (
    <div ref={screen} className="page">
      <Form
        header={
          <Header variant="h1" description={rehearsePage.lead}>
            {rehearsePage.title}
          </Header>
        }
        actions={
          <SpaceBetween direction="horizontal" size="xs" alignItems="center">
            <div role="status">
              {isComparing && <StatusIndicator type="loading">{rehearsePage.comparingText}</StatusIndicator>}
            </div>
            {isComparing ? (
              <Button onClick={() => void api.cancelCopy({})}>{custodyWords.cancel}</Button>
            ) : (
              <Button variant="link" onClick={onLeave}>
                {chrome.backToHome}
              </Button>
            )}
            <Button variant="primary" loading={isComparing} onClick={intents.compare}>
              {rehearsePage.submit}
            </Button>
          </SpaceBetween>
        }
      >
        <SpaceBetween size="l">
          <CopyIntake
            copy={copy}
            askedTooEarly={missing === 'copy' ? askedTooEarly : 0}
            onChoose={intents.chooseCopy}
            onDrop={intents.dropFiles}
            onType={intents.typeShare}
            onRemove={intents.removeShare}
            disabled={isComparing}
          />
          {failure && <Failure error={failure} takesFocus={!opensByPassphrase} />}
          {opensByPassphrase && <PassphraseOfCopy form={form} isComparing={isComparing} intents={intents} />}
          <RecordField form={form} isComparing={isComparing} intents={intents} />
        </SpaceBetween>
      </Form>
    </div>
  );
}

function PassphraseOfCopy({ form, isComparing, intents }: Omit<RehearsePageProps, 'onLeave'>) {
  const { passphrase, askedTooEarly, failure } = form;
  const isMissing = missingInRehearsal(form) === 'passphrase';
  const field = useRef<{ focus: () => void }>(null);
  useFocusOnAsking(isMissing ? askedTooEarly : 0, field);
  useFocusOnAsking(failure ? 1 : 0, field);
  return (
    <Container header={<Header variant="h2">{restoreWords.title}</Header>}>
      <TypeAgain isNeeded={failure !== undefined} />
      <PassphraseField
        focusRef={field}
        label={passphraseWords.passphrase}
        description={restoreWords.passphraseText}
        value={passphrase}
        errorText={isMissing && askedTooEarly > 0 ? restoreWords.passphraseMissing : ''}
        isNew={false}
        disabled={isComparing}
        onChange={(typed) => intents.dispatch({ type: 'passphraseTyped', passphrase: typed })}
        onEnter={intents.compare}
      />
    </Container>
  );
}

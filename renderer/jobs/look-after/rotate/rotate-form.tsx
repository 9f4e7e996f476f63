import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Form from '@cloudscape-design/components/form';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ResultOf } from '../../../../main/shared/contract';
import type { AppError } from '../../../../main/shared/errors';
import { materialLengthIn } from '../../../../main/shared/kms-words';
import type { KeyView } from '../../../../main/shared/views/keys';
import { Failure } from '../../../base/failure';
import { useHeadingFocus } from '../../../base/use-screen';
import { MaterialCustody } from '../../../custody/material-custody';
import { heldOf, isBusy } from '../../../custody/selectors';
import { expiryOf } from '../../../intake/expiry';
import { ExpiryFields } from '../../../intake/expiry-fields';
import { rotateReview, rotateTitle, rotateWords } from '../../../words/look-after/acts-rotate';
import { keyTitle } from '../../../words/look-after/one-key';
import { chrome } from '../../../words/shell/app';
import { MissingPermissions } from '../acts/missing-permissions';
import type { MaterialForKey } from '../material-for-key';
import { OnOfflineComputer } from '../import-again/on-offline-computer';
import { FinalFacts } from './final-facts';

export interface RotateFormProps {
  readonly view: KeyView;
  /** Undefined while AWS is asked. */
  readonly planned: ResultOf<'planRotation'> | undefined;
  readonly session: string;
  readonly material: MaterialForKey;
  /** Why the last attempt did not even begin. */
  readonly failure: AppError | undefined;
  readonly onStart: () => void;
  readonly onBack: () => void;
  readonly onLeave: () => void;
}

/** What rotating means, the new material and its copy, its expiration, one sentence of review, and the button. */
export function RotateForm({ view, planned, material, failure, ...props }: RotateFormProps) {
  const { custody, intents, expiry, askedTooEarly } = material;
  const screen = useHeadingFocus<HTMLDivElement>();
  const { row } = view;
  const plan = planned?.ok === true ? planned.value : undefined;
  const held = heldOf(custody);
  const wanted = expiryOf(expiry, new Date());
  const name = keyTitle(row);
  return (
    <div ref={screen} className="page">
      <Form
        header={
          <Header variant="h1" description={rotateWords.lead}>
            {rotateTitle(name)}
          </Header>
        }
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={props.onLeave}>
              {chrome.backToHome}
            </Button>
            <Button onClick={props.onBack}>{rotateWords.back}</Button>
            <Button
              variant={held ? 'primary' : 'normal'}
              disabled={plan === undefined || isBusy(custody)}
              onClick={props.onStart}
            >
              {rotateWords.title}
            </Button>
          </SpaceBetween>
        }
      >
        <SpaceBetween size="l">
          {failure && <Failure error={failure} takesFocus />}
          {planned?.ok === false && <Failure error={planned.error} takesFocus />}
          <div role="status">
            {planned === undefined && <StatusIndicator type="loading">{rotateWords.reading}</StatusIndicator>}
          </div>
          {plan && (
            <SpaceBetween size="l">
              <MissingPermissions plan={plan} />
              <FinalFacts rotationsDone={plan.rotationsDone} replicas={plan.replicas} />
              <Header variant="h2">{rotateWords.materialTitle}</Header>
              <MaterialCustody
                state={custody}
                intents={intents}
                label={rotateWords.source}
                sources={['generate', 'restore']}
                lengthBytes={materialLengthIn(row.region)}
                fileHint=""
                expectedKeyId={row.keyId}
              />
              <Container header={<Header variant="h2">{rotateWords.expiryTitle}</Header>}>
                <ExpiryFields
                  expiry={expiry}
                  isMissing={held !== undefined && wanted === undefined}
                  askedTooEarly={askedTooEarly}
                  onChange={material.setExpiry}
                />
              </Container>
              <Container header={<Header variant="h2">{rotateWords.reviewTitle}</Header>}>
                <Box>{rotateReview(name, row.region, held?.copy.checkValue, wanted)}</Box>
                <div role="alert">
                  {askedTooEarly > 0 && held === undefined && (
                    <StatusIndicator type="error">{rotateWords.copyMissing}</StatusIndicator>
                  )}
                </div>
              </Container>
              <OnOfflineComputer keyHandle={view.key} session={props.session} mode={view.mode} rotates />
            </SpaceBetween>
          )}
        </SpaceBetween>
      </Form>
    </div>
  );
}

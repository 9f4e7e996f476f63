import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Form from '@cloudscape-design/components/form';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input, { type InputProps } from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useRef, useState } from 'react';
import { typedFor } from '../../../../main/shared/acts-typed';
import type { ResultOf } from '../../../../main/shared/contract';
import type { AppError } from '../../../../main/shared/errors';
import type { KeyAct } from '../../../../main/shared/views/acts';
import type { KeyView } from '../../../../main/shared/views/keys';
import { Failure } from '../../../base/failure';
import { useFocusOnAsking, useHeadingFocus } from '../../../base/use-screen';
import { actPage, actReview, actTitle, actWords } from '../../../words/look-after/acts';
import { deletionPage } from '../../../words/look-after/acts-stop';
import { revokePage } from '../../../words/look-after/acts-revoke';
import { keyTitle } from '../../../words/look-after/one-key';
import { ActFields, isComplete } from './act-fields';
import type { PlainAct } from './new-act';
import { MissingPermissions } from './missing-permissions';

export interface ActFormProps {
  readonly view: KeyView;
  readonly act: KeyAct;
  /** Undefined while AWS is asked. */
  readonly planned: ResultOf<'planAct'> | undefined;
  /** Why the last attempt did not even begin. */
  readonly failure: AppError | undefined;
  readonly onChange: (act: KeyAct) => void;
  readonly onStart: (plan: string, typed: string | undefined) => void;
  /** To another act on the same key, which is the gentler way. */
  readonly onOther: (act: PlainAct) => void;
  readonly onPlanAgain: () => Promise<void>;
  readonly onBack: () => void;
}

/** What an act means, what it needs to know, one sentence of review, and the button. */
export function ActForm({ view, act, planned, failure, ...on }: ActFormProps) {
  const screen = useHeadingFocus<HTMLDivElement>();
  const [typed, setTyped] = useState('');
  const [askedTooEarly, setAskedTooEarly] = useState(0);
  const field = useRef<InputProps.Ref>(null);
  const plan = planned?.ok === true ? planned.value : undefined;
  const wanted = plan && typedFor(plan, act);
  const isGentler = plan?.deletion?.disableFirst === true;
  const isTyped = wanted === undefined || typed === wanted;
  useFocusOnAsking(isTyped ? 0 : askedTooEarly, field);
  const start = (): void => {
    if (plan === undefined) return;
    if (!isTyped || !isComplete(act, plan)) setAskedTooEarly(askedTooEarly + 1);
    else on.onStart(plan.plan, wanted);
  };
  const name = keyTitle(view.row);
  return (
    <div ref={screen} className="page">
      <Form
        header={
          <Header variant="h1" description={actWords[act.do].lead}>
            {actTitle(act, name)}
          </Header>
        }
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={on.onBack}>
              {actPage.back}
            </Button>
            <Button variant={isGentler ? 'normal' : 'primary'} disabled={plan === undefined} onClick={start}>
              {actWords[act.do].title}
            </Button>
            {isGentler && (
              <Button variant="primary" onClick={() => on.onOther('disable-key')}>
                {deletionPage.disableFirst}
              </Button>
            )}
          </SpaceBetween>
        }
      >
        <SpaceBetween size="l">
          {failure && <Failure error={failure} takesFocus />}
          {planned?.ok === false && <Failure error={planned.error} takesFocus />}
          <div role="status">
            {planned === undefined && <StatusIndicator type="loading">{actPage.reading}</StatusIndicator>}
          </div>
          {plan && <MissingPermissions plan={plan} />}
          {plan && (
            <ActFields
              view={view}
              act={act}
              plan={plan}
              askedTooEarly={askedTooEarly}
              onChange={on.onChange}
              onPlanAgain={on.onPlanAgain}
            />
          )}
          {plan && (
            <Container header={<Header variant="h2">{actPage.reviewTitle}</Header>}>
              <SpaceBetween size="m">
                <Box>{actReview(act, view.row, name, plan)}</Box>
                {act.do === 'revoke-receiver' && <Box>{revokePage.afterwards}</Box>}
                {wanted !== undefined && (
                  <FormField
                    label={actPage.typeLabel(wanted)}
                    errorText={askedTooEarly > 0 && !isTyped ? actPage.typeMissing(wanted) : ''}
                  >
                    <Input
                      ref={field}
                      value={typed}
                      autoComplete={false}
                      spellcheck={false}
                      onChange={({ detail }) => setTyped(detail.value)}
                    />
                  </FormField>
                )}
              </SpaceBetween>
            </Container>
          )}
        </SpaceBetween>
      </Form>
    </div>
  );
}

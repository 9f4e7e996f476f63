import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Checkbox, { type CheckboxProps } from '@cloudscape-design/components/checkbox';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRef } from 'react';
import type { KeyAct } from '../../../../main/shared/views/acts';
import type { RevokePlanView } from '../../../../main/shared/views/revoke';
import { Sentences } from '../../../base/sentences';
import { useFocusOnAsking } from '../../../base/use-screen';
import {
  isPlainlyOpen,
  openSentence,
  revokePage,
  takenSentence,
} from '../../../words/look-after/acts-revoke';
import { CutText } from './cut-text';
import { needsMending } from './revoke-plan';
import { RevokeGrants } from './revoke-grants';

export type Revoke = Extract<KeyAct, { readonly do: 'revoke-receiver' }>;

export interface RevokeFieldsProps {
  readonly act: Revoke;
  readonly plan: RevokePlanView;
  readonly askedTooEarly: number;
  readonly onChange: (act: Revoke) => void;
}

/** What goes of the key policy and of the grants, and what still lets the account in. */
export function RevokeFields({ act, plan, askedTooEarly, onChange }: RevokeFieldsProps) {
  const { policy, grants, stillOpen, accountId } = plan;
  const plainly = stillOpen.filter(isPlainlyOpen);
  const perhaps = stillOpen.filter((each) => !isPlainlyOpen(each));
  return (
    <SpaceBetween size="l">
      {plainly.length > 0 && (
        <Alert type="warning" header={revokePage.openTitle}>
          <Sentences of={plainly.map((each) => openSentence(each, accountId))} />
          {revokePage.openText}
        </Alert>
      )}
      <Container
        header={
          <Header variant="h2" description={policy.taken.length > 0 && revokePage.policyText}>
            {revokePage.policyTitle}
          </Header>
        }
      >
        <SpaceBetween size="m">
          {policy.taken.length === 0 ? (
            <Box>{revokePage.policyStays}</Box>
          ) : (
            <>
              <Sentences of={policy.taken.map(takenSentence)} />
              <ExpandableSection headerText={revokePage.before}>
                <CutText text={policy.before} cuts={policy.cuts} />
              </ExpandableSection>
              <ExpandableSection headerText={revokePage.after}>
                <pre className="text-block">{policy.after}</pre>
              </ExpandableSection>
              <Box color="text-body-secondary">{revokePage.bytes(policy.bytes)}</Box>
            </>
          )}
          {needsMending(plan) && (
            <Mending
              isTicked={act.mends}
              askedTooEarly={askedTooEarly}
              onChange={(mends) => onChange({ ...act, mends })}
            />
          )}
        </SpaceBetween>
      </Container>
      <RevokeGrants
        grants={grants}
        ticked={act.grants}
        onChange={(ticked) => onChange({ ...act, grants: ticked })}
      />
      {perhaps.length > 0 && (
        <ExpandableSection variant="container" headerText={revokePage.perhapsTitle}>
          <Sentences of={perhaps.map((each) => openSentence(each, accountId))} />
        </ExpandableSection>
      )}
    </SpaceBetween>
  );
}

interface MendingProps {
  readonly isTicked: boolean;
  readonly askedTooEarly: number;
  readonly onChange: (mends: boolean) => void;
}

/** Consent to what goes as well, because AWS takes no policy any more that has it. */
function Mending({ isTicked, askedTooEarly, onChange }: MendingProps) {
  const box = useRef<CheckboxProps.Ref>(null);
  useFocusOnAsking(isTicked ? 0 : askedTooEarly, box);
  return (
    <Alert type="warning" header={revokePage.mendTitle}>
      <FormField errorText={askedTooEarly > 0 && !isTicked ? revokePage.mendMissing : ''}>
        <Checkbox
          ref={box}
          checked={isTicked}
          description={revokePage.mendText}
          onChange={({ detail }) => onChange(detail.checked)}
        >
          {revokePage.mendBox}
        </Checkbox>
      </FormField>
    </Alert>
  );
}

import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { Expiry, SignedInView } from '../../../main/shared/views/aws';
import type { ReturnedMaterialView } from '../../../main/shared/views/app';
import { Failure } from '../../base/failure';
import { rotateReview, rotateWords } from '../../words/look-after/acts-rotate';
import { MissingPermissions } from '../look-after/acts/missing-permissions';
import { FinalFacts } from '../look-after/rotate/final-facts';
import type { ReturnedPlan } from './use-returned-plan';

export interface RotationProps {
  readonly returned: ReturnedMaterialView;
  readonly plan: ReturnedPlan;
  readonly signedIn: SignedInView | undefined;
  readonly expiry: Expiry | undefined;
}

/** What a person has to know before the key is rotated to what came back. */
export function Rotation({ returned, plan: { planned }, signedIn, expiry }: RotationProps) {
  const plan = planned?.ok === true ? planned.value : undefined;
  return (
    <SpaceBetween size="l">
      <div role="status">
        {signedIn === undefined && <Box color="text-body-secondary">{rotateWords.returned.later}</Box>}
        {signedIn && planned === undefined && (
          <StatusIndicator type="loading">{rotateWords.reading}</StatusIndicator>
        )}
      </div>
      {planned?.ok === false && <Failure error={planned.error} takesFocus />}
      {plan && signedIn && (
        <SpaceBetween size="l">
          <MissingPermissions plan={plan} />
          <FinalFacts rotationsDone={plan.rotationsDone} replicas={plan.replicas} isReturned />
          <Container header={<Header variant="h2">{rotateWords.reviewTitle}</Header>}>
            <Box>
              {rotateReview(
                rotateWords.returned.key(returned.keyId ?? ''),
                signedIn.region,
                returned.checkValue,
                expiry,
              )}
            </Box>
          </Container>
        </SpaceBetween>
      )}
    </SpaceBetween>
  );
}

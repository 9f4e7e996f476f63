import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { chosenOf, isWaiting } from '../../../../main/shared/acts-typed';
import type { ActPlanView } from '../../../../main/shared/views/acts';
import type { DeletableMaterial } from '../../../../main/shared/views/acts-stop';
import type { KeyView } from '../../../../main/shared/views/keys';
import { deletePage } from '../../../words/look-after/acts-stop';
import { MaterialChoice, type Deleting } from './material-choice';
import { OpenTheCopy } from './open-the-copy';

export interface DeleteFieldsProps {
  readonly view: KeyView;
  readonly act: Deleting;
  readonly plan: ActPlanView;
  readonly askedTooEarly: number;
  readonly onChange: (act: Deleting) => void;
  readonly onPlanAgain: () => Promise<void>;
}

/** Which key material, what stops, and the copy that brings it back. */
export function DeleteFields({ view, act, plan, askedTooEarly, onChange, onPlanAgain }: DeleteFieldsProps) {
  const { deletable = [] } = plan;
  const chosen = chosenOf(deletable, act.materials);
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header variant="h2" description={deletePage.text}>
            {deletePage.title}
          </Header>
        }
      >
        <MaterialChoice
          deletable={deletable}
          act={act}
          isMissing={askedTooEarly > 0 && chosen.length === 0}
          onChange={onChange}
        />
      </Container>
      {chosen.length > 0 && (
        <Container header={<Header variant="h2">{deletePage.stopsTitle}</Header>}>
          <SpaceBetween size="s">
            {stopsOf(view, plan, chosen).map((text) => (
              <Box key={text}>{text}</Box>
            ))}
          </SpaceBetween>
        </Container>
      )}
      {chosen.some((one) => !isWaiting(one)) && (
        <OpenTheCopy view={view} chosen={chosen} deletable={deletable} onOpened={onPlanAgain} />
      )}
      {plan.state.endsWith('Deletion') && <Alert type="info">{deletePage.staysScheduled}</Alert>}
    </SpaceBetween>
  );
}

function stopsOf(
  { row, otherRegions = [] }: KeyView,
  { state }: ActPlanView,
  chosen: readonly DeletableMaterial[],
): readonly string[] {
  const stops = chosen.some((one) => !isWaiting(one));
  const isElsewhere = row.multiRegion !== undefined && otherRegions.length > 0;
  return [
    ...(stops && state === 'Enabled' ? [deletePage.stopsAll] : []),
    ...(stops && state !== 'Enabled' ? [deletePage.stoppedAlready] : []),
    ...(stops ? [] : [deletePage.stopsNothing]),
    ...(stops && isElsewhere ? [deletePage.stopsOwn] : []),
    ...(row.multiRegion === 'primary' && isElsewhere && chosen.some(isWaiting)
      ? [deletePage.stopsReplicas(otherRegions)]
      : []),
  ];
}

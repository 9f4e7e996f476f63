import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { SelectProps } from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRef } from 'react';
import type { KeyAct } from '../../../../main/shared/views/acts';
import { Facts } from '../../../base/facts';
import { useFocusOnAsking } from '../../../base/use-screen';
import { RegionSelect } from '../../../components/region-select';
import { receiversOf, replicaFields } from '../../../words/look-after/acts-replica';
import type { ActFieldsProps } from './act-fields-props';
import { BoundPanel } from './bound-panel';

type Replicate = Extract<KeyAct, { do: 'replicate-key' }>;

/** Where the replica is made, and what it is given. */
export function ReplicaFields({
  act,
  plan,
  askedTooEarly,
  onChange,
}: ActFieldsProps & { readonly act: Replicate }) {
  const field = useRef<SelectProps.Ref>(null);
  const isMissing = act.to === '';
  useFocusOnAsking(isMissing ? askedTooEarly : 0, field);
  const { replication } = plan;
  if (replication === undefined) return null;
  const { description, tags } = replication.labels;
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">{replicaFields.title}</Header>}>
        <SpaceBetween size="l">
          <RegionSelect
            selectRef={field}
            label={replicaFields.region}
            description={replicaFields.regionText}
            regions={replication.regions}
            selected={act.to}
            errorText={askedTooEarly > 0 && isMissing ? replicaFields.regionMissing : ''}
            onSelect={(to) => onChange({ ...act, to })}
          />
          <SpaceBetween size="xs">
            <Box variant="h3">{replicaFields.given}</Box>
            <Facts
              rows={[
                [replicaFields.policy, replicaFields.policyText],
                [replicaFields.receivers, receiversOf(replication.receivers)],
                [replicaFields.description, description === '' ? replicaFields.noDescription : description],
                [
                  replicaFields.tags,
                  tags.map(({ key, value }) => `${key} = ${value}`).join(', ') || replicaFields.noTags,
                ],
              ]}
              copyFiles={[]}
            />
          </SpaceBetween>
          <SpaceBetween size="xs">
            <Box variant="h3">{replicaFields.not}</Box>
            <Box>{replicaFields.notText}</Box>
            <Box color="text-body-secondary">{replicaFields.later}</Box>
          </SpaceBetween>
        </SpaceBetween>
      </Container>
      <BoundPanel by="regions" bound={plan.bound} />
    </SpaceBetween>
  );
}

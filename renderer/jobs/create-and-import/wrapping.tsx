import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { hashOf, wrappingKeySpecs } from '../../../main/shared/kms-words';
import { SetByOrganisation, useOrganisation } from '../../base/set-by-organisation';
import { useConfirmLoss } from '../../custody/confirm-loss';
import { Term } from '../../components/term';
import { heldOf } from '../../custody/selectors';
import { symmetricAlgorithms, wrappingWords } from '../../words/create-and-import/material';
import { organisation } from '../../words/shell/organisation';
import type { DraftAction, MaterialFields } from './state';

export interface WrappingProps {
  readonly material: MaterialFields;
  readonly dispatch: (action: DraftAction) => void;
}

const keySpecs = wrappingKeySpecs.toReversed();

export function Wrapping({ material, dispatch }: WrappingProps) {
  const { wrappingKeySpec, wrappingAlgorithm } = material;
  const { sha1Forbidden } = useOrganisation();
  const [confirm, question] = useConfirmLoss(heldOf(material.custody) !== undefined);
  return (
    <ExpandableSection headerText={wrappingWords.advanced}>
      <SpaceBetween size="m">
        <FormField
          label={wrappingWords.keySpec}
          info={<Term name="wrappingKey" />}
          description={wrappingWords.keySpecText}
        >
          <Select
            selectedOption={{ value: wrappingKeySpec, label: wrappingKeySpec }}
            options={keySpecs.map((spec) => ({ value: spec, label: spec }))}
            onChange={({ detail }) => {
              const spec = keySpecs.find((each) => each === detail.selectedOption.value);
              if (spec)
                confirm(() => dispatch({ type: 'materialChanged', change: { wrappingKeySpec: spec } }));
            }}
          />
        </FormField>
        <FormField
          label={wrappingWords.algorithm}
          description={wrappingWords.algorithmText}
          warningText={hashOf(wrappingAlgorithm) === 'sha1' ? wrappingWords.sha1 : ''}
        >
          <Select
            selectedOption={{ value: wrappingAlgorithm, label: wrappingAlgorithm }}
            options={symmetricAlgorithms.map((algorithm) => ({
              value: algorithm,
              label: algorithm,
              disabled: sha1Forbidden === true && hashOf(algorithm) === 'sha1',
            }))}
            onChange={({ detail }) => {
              const algorithm = symmetricAlgorithms.find((each) => each === detail.selectedOption.value);
              if (algorithm) {
                confirm(() =>
                  dispatch({ type: 'materialChanged', change: { wrappingAlgorithm: algorithm } }),
                );
              }
            }}
          />
        </FormField>
        {sha1Forbidden && <SetByOrganisation text={organisation.sha1} />}
        {question}
      </SpaceBetween>
    </ExpandableSection>
  );
}

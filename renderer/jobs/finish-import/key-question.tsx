import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input, { type InputProps } from '@cloudscape-design/components/input';
import type { SelectProps } from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRef } from 'react';
import type { RegionView } from '../../../main/shared/views/aws';
import { RegionSelect } from '../../components/region-select';
import { useFocusOnAsking } from '../../base/use-screen';
import { finishImportPage } from '../../words/finish-import/finish-import';
import { returnedOf, transferProof, whereabouts } from './selectors';
import type { FinishAction, FinishState } from './state';

export interface KeyQuestionProps {
  readonly state: FinishState;
  readonly dispatch: (action: FinishAction) => void;
  readonly regions: readonly RegionView[];
}

/** Asks only for what neither the files nor a typed ARN tell. */
export function KeyQuestion({ state, dispatch, regions }: KeyQuestionProps) {
  const { askedTooEarly, keyId } = state;
  const view = returnedOf(state);
  const asksKey = view !== undefined && view.keyId === undefined;
  const { region } = whereabouts(state);
  const asksRegion = view !== undefined && (region === undefined || region === state.region);
  const key = useRef<InputProps.Ref>(null);
  const select = useRef<SelectProps.Ref>(null);
  const isKeyMissing = asksKey && keyId.trim() === '';
  // The transfer code comes first on the page.
  const asked = transferProof(state) === undefined ? 0 : askedTooEarly;
  useFocusOnAsking(isKeyMissing ? asked : 0, key);
  useFocusOnAsking(!isKeyMissing && asksRegion && region === undefined ? asked : 0, select);
  if (!asksKey && !asksRegion) return null;
  return (
    <Container
      header={
        <Header variant="h2" description={finishImportPage.keyQuestionText}>
          {finishImportPage.keyQuestion}
        </Header>
      }
    >
      <SpaceBetween size="m">
        {asksKey && (
          <FormField
            stretch
            label={finishImportPage.keyId}
            errorText={askedTooEarly > 0 && isKeyMissing ? finishImportPage.keyIdMissing : ''}
          >
            <Input
              ref={key}
              value={keyId}
              spellcheck={false}
              onChange={({ detail }) => dispatch({ type: 'keyIdTyped', keyId: detail.value })}
            />
          </FormField>
        )}
        {asksRegion && (
          <RegionSelect
            selectRef={select}
            label={finishImportPage.region}
            description={finishImportPage.regionText}
            regions={regions}
            selected={state.region}
            errorText={askedTooEarly > 0 && region === undefined ? finishImportPage.regionMissing : ''}
            onSelect={(code) => dispatch({ type: 'regionChosen', region: code })}
          />
        )}
      </SpaceBetween>
    </Container>
  );
}

import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import TokenGroup from '@cloudscape-design/components/token-group';
import type { RegionView } from '../../../main/shared/views/aws';
import { RegionSelect } from '../../components/region-select';
import { signInPage } from '../../words/look-after/sign-in';
import { regionName } from '../../words/shell/regions';
import { addable, type RegionChoice as Choice } from './regions';

export interface RegionChoiceProps {
  readonly choice: Choice;
  readonly regions: readonly RegionView[];
  /** Whether the person asked to go on without a Region. */
  readonly isMissing: boolean;
  readonly onChange: (choice: Choice) => void;
}

/** All Regions, or some, one after the other. */
export function RegionChoice({ choice, regions, isMissing, onChange }: RegionChoiceProps) {
  return (
    <SpaceBetween size="m">
      <FormField label={signInPage.regions}>
        <RadioGroup
          value={choice === 'all' ? 'all' : 'some'}
          items={[
            { value: 'all', label: signInPage.all, description: signInPage.allText },
            { value: 'some', label: signInPage.some, description: signInPage.someText },
          ]}
          onChange={({ detail }) => onChange(detail.value === 'all' ? 'all' : [])}
        />
      </FormField>
      {choice !== 'all' && (
        <div>
          <RegionSelect
            label={signInPage.region}
            description={signInPage.regionText}
            regions={addable(regions, choice)}
            selected={undefined}
            errorText={isMissing ? signInPage.regionMissing : ''}
            onSelect={(code) => onChange([...choice, code])}
          />
          <div role="group" aria-label={signInPage.chosen}>
            <TokenGroup
              items={choice.map((code) => {
                const label = regionName(code, regions);
                return { label, dismissLabel: signInPage.drop(label) };
              })}
              onDismiss={({ detail }) => onChange(choice.filter((_, at) => at !== detail.itemIndex))}
            />
          </div>
        </div>
      )}
    </SpaceBetween>
  );
}

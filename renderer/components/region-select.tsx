import FormField from '@cloudscape-design/components/form-field';
import Select, { type SelectProps } from '@cloudscape-design/components/select';
import type { ReactNode, Ref } from 'react';
import type { RegionView } from '../../main/shared/views/aws';
import { organisation } from '../words/shell/organisation';
import { regionWords } from '../words/shell/regions';

export interface RegionSelectProps {
  readonly label: string;
  readonly description: ReactNode;
  readonly regions: readonly RegionView[];
  readonly selected: string | undefined;
  readonly errorText: string;
  readonly onSelect: (code: string) => void;
  readonly selectRef?: Ref<SelectProps.Ref>;
}

const optionOf = ({ code, name, isForbidden }: RegionView): SelectProps.Option => ({
  value: code,
  label: name,
  labelTag: code,
  ...(isForbidden ? { disabled: true, disabledReason: organisation.locked } : {}),
});

function groups(regions: readonly RegionView[]): readonly SelectProps.OptionGroup[] {
  const partitions = new Map<string, RegionView[]>();
  for (const region of regions) {
    const sameSort = partitions.get(region.partition) ?? [];
    partitions.set(region.partition, [...sameSort, region]);
  }
  return [...partitions.values()].map((members) => ({
    label: members[0]?.partitionName ?? '',
    options: members.map(optionOf),
  }));
}

/** Regions by name and code, grouped by partition. */
export function RegionSelect(props: RegionSelectProps) {
  const { regions, selected } = props;
  const chosen = regions.find(({ code }) => code === selected);
  return (
    <FormField label={props.label} description={props.description} errorText={props.errorText}>
      <Select
        {...(props.selectRef ? { ref: props.selectRef } : {})}
        placeholder={regionWords.placeholder}
        filteringType="auto"
        filteringAriaLabel={regionWords.filter}
        filteringPlaceholder={regionWords.filter}
        noMatch={regionWords.noMatch}
        statusType={regions.length === 0 ? 'loading' : 'finished'}
        loadingText={regionWords.loading}
        triggerVariant="option"
        options={groups(regions)}
        selectedOption={chosen ? optionOf(chosen) : null}
        onChange={({ detail }) => {
          if (detail.selectedOption.value !== undefined) props.onSelect(detail.selectedOption.value);
        }}
      />
    </FormField>
  );
}

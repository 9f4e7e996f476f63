import type { KeyAct } from '../../../../main/shared/views/acts';
import Box from '@cloudscape-design/components/box';
import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { isWaiting } from '../../../../main/shared/acts-typed';
import type { DeletableMaterial } from '../../../../main/shared/views/acts-stop';
import { copyLine, deletePage } from '../../../words/look-after/acts-stop';
import { materialName } from '../../../words/look-after/copy-of-material';

export type Deleting = Extract<KeyAct, { do: 'delete-material' }>;

export interface MaterialChoiceProps {
  readonly deletable: readonly DeletableMaterial[];
  readonly act: Deleting;
  readonly isMissing: boolean;
  readonly onChange: (act: Deleting) => void;
}

/** A line for each material that is at AWS: its role, its expiry, its copy. The only one is not asked for. */
export function MaterialChoice({ deletable, act, isMissing, onChange }: MaterialChoiceProps) {
  const ids = deletable.flatMap(({ material }) => material?.id ?? []);
  const chosen = act.materials === 'only' ? [] : act.materials;
  const choose = (materials: readonly string[]): void => onChange({ ...act, materials });
  if (ids.length < 2) {
    return deletable.map((one) => <Described key={one.material?.id ?? ''} one={one} isNamed />);
  }
  return (
    <FormField stretch label={deletePage.legend} errorText={isMissing ? deletePage.chooseFirst : ''}>
      <SpaceBetween size="s">
        {deletable.map((one) => {
          const { material } = one;
          if (material === undefined) return null;
          const { id } = material;
          return (
            <Checkbox
              key={id}
              checked={chosen.includes(id)}
              description={<Described one={one} />}
              onChange={({ detail }) =>
                choose(detail.checked ? [...chosen, id] : chosen.filter((other) => other !== id))
              }
            >
              {materialName(material)}
            </Checkbox>
          );
        })}
        <Checkbox
          checked={ids.every((id) => chosen.includes(id))}
          indeterminate={chosen.length > 0 && !ids.every((id) => chosen.includes(id))}
          onChange={({ detail }) => choose(detail.checked ? ids : [])}
        >
          {deletePage.all}
        </Checkbox>
      </SpaceBetween>
    </FormField>
  );
}

interface DescribedProps {
  readonly one: DeletableMaterial;
  /** Whether its name is said here, too. */
  readonly isNamed?: true;
}

function Described({ one, isNamed }: DescribedProps) {
  const { material, opened } = one;
  if (material === undefined) return <Box>{deletePage.only}</Box>;
  const { validTo } = material;
  return (
    <div className="breakable">
      {isNamed && <Box>{materialName(material)}</Box>}
      <div>
        {`${validTo === undefined ? deletePage.neverExpires : deletePage.expires(validTo)} ${copyLine(material)}`}
      </div>
      <StatusIndicator type={opened ? 'success' : isWaiting(one) ? 'info' : 'pending'}>
        {!opened && isWaiting(one) ? deletePage.needsNone : deletePage.opened(one)}
      </StatusIndicator>
    </div>
  );
}

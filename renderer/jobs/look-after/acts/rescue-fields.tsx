import Alert from '@cloudscape-design/components/alert';
import Checkbox from '@cloudscape-design/components/checkbox';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { isPermanent } from '../../../../main/shared/rotation';
import type { ActPlanView, KeyAct } from '../../../../main/shared/views/acts';
import { rescuePage } from '../../../words/look-after/acts-stop';

type Rescuing = Extract<KeyAct, { do: 'cancel-deletion' }>;

export interface RescueFieldsProps {
  readonly act: Rescuing;
  readonly plan: ActPlanView;
  readonly onChange: (act: Rescuing) => void;
}

/** Until when the key can be rescued, and whether it is to work again at once. */
export function RescueFields({ act, plan: { deletion }, onChange }: RescueFieldsProps) {
  if (deletion === undefined) return null;
  const { row, materials } = deletion.now;
  const needed = materials?.read === true ? materials.value.filter(isPermanent) : undefined;
  const isMissing = needed?.length === 0 || needed?.some(({ isThere }) => !isThere);
  return (
    <SpaceBetween size="l">
      <Alert type="info">
        {row.deletionAt === undefined ? rescuePage.noDate : rescuePage.until(row.deletionAt)}
      </Alert>
      {isMissing && <Alert type="warning">{rescuePage.noMaterial}</Alert>}
      <Checkbox
        checked={act.enable}
        description={rescuePage.enableText}
        onChange={({ detail }) => onChange({ ...act, enable: detail.checked })}
      >
        {rescuePage.enable}
      </Checkbox>
    </SpaceBetween>
  );
}

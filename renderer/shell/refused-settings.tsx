import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { OrganisationView } from '../../main/shared/views/organisation';
import { Failure } from '../base/failure';
import { organisation } from '../words/shell/organisation';

/** In the place of every job: what is wrong with the settings of the organisation, and where they are. */
export function RefusedSettings({
  settings: { error, file },
}: {
  readonly settings: Extract<OrganisationView, { readonly state: 'refused' }>;
}) {
  return (
    <SpaceBetween size="l">
      <Failure error={error} takesFocus />
      <div>
        <Box variant="awsui-key-label">{organisation.file}</Box>
        <Box variant="code">
          <span className="breakable">{file}</span>
        </Box>
      </div>
    </SpaceBetween>
  );
}

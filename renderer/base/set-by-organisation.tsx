import Box from '@cloudscape-design/components/box';
import Icon from '@cloudscape-design/components/icon';
import { noSettings } from '../../main/shared/organisation-forbids';
import type { OrganisationSettings } from '../../main/shared/views/organisation';
import { organisation } from '../words/shell/organisation';
import { useAppView } from './app-view';

/** What the organisation has set. Main enforces it; screens say so where it takes a choice away. */
export function useOrganisation(): OrganisationSettings {
  const found = useAppView()?.organisation;
  return found?.state === 'in-force' ? found.settings : noSettings;
}

/** In the place of a choice that the organisation has made. */
export function SetByOrganisation({ text }: { readonly text: string }) {
  return (
    <Box variant="small" color="text-body-secondary">
      <Icon name="lock-private" size="small" /> <b>{organisation.locked}.</b> {text}
    </Box>
  );
}

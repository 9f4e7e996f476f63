import { createHash } from 'node:crypto';
import { localError, type AppErrorCode } from '../shared/errors';
import { limits } from '../shared/limits';
import type { OrganisationView } from '../shared/views/organisation';
import type { ChosenAuthorities } from '../aws/transport/certificate-authorities';
import { readGuardedFile } from './guarded-file';
import { readAuthorities } from './read-authorities';
import type { OrganisationPlace } from './organisation-place';

export interface Organisation {
  readonly view: OrganisationView;
  /** Of the file that the settings name. */
  readonly authorities?: ChosenAuthorities;
}

/**
 * What the administrator of this computer has set; undefined where there is no file. It holds until the app is closed.
 *
 * Errors in the view: organisation.authorities {reason}, organisation.unsafe {reason}, organisation.unreadable, organisation.tooLong {maxBytes}, and those of
 * parseSettings.
 */
export async function readOrganisation(place: OrganisationPlace): Promise<Organisation | undefined> {
  const { file } = place;
  const refused = (code: AppErrorCode, facts?: Record<string, string | number>): Organisation => ({
    view: { file, state: 'refused', error: localError('app', code, facts, 'no') },
  });
  const maxBytes = limits.maxOrganisationBytes;
  const read = await readGuardedFile(place, maxBytes);
  switch (read.state) {
    case 'absent':
      return undefined;
    case 'unsafe':
      return refused('organisation.unsafe', { reason: read.reason });
    case 'unreadable':
      return refused('organisation.unreadable');
    case 'tooLong':
      return refused('organisation.tooLong', { maxBytes });
    case 'read': {
      // Loaded only where there is something to read.
      const { parseSettings } = await import('./parse-settings');
      const settings = parseSettings(read.bytes);
      if (!settings.ok) return { view: { file, state: 'refused', error: settings.error } };
      const sha256 = createHash('sha256').update(read.bytes).digest('hex');
      const view = { file, state: 'in-force', sha256, settings: settings.value } as const;
      const path = settings.value.certificateAuthorities;
      if (path === undefined) return { view };
      const authorities = await readAuthorities(path, place);
      return 'reason' in authorities
        ? refused('organisation.authorities', authorities)
        : { view, authorities };
    }
  }
}

import type { OrganisationSettings } from '../../schemas/organisation';
import type { AppError } from '../errors';

export type { OrganisationSettings } from '../../schemas/organisation';

/** What the administrator of this computer has set (docs/organisation-settings.md). Nothing of it is secret. */
export type OrganisationView = {
  /** Where the file is, as the system writes it. */
  readonly file: string;
} & (
  | {
      readonly state: 'in-force';
      /** Over the bytes of the file, 64 hex digits. */
      readonly sha256: string;
      readonly settings: OrganisationSettings;
    }
  /** Something is wrong with the file, so that no job is started. */
  | { readonly state: 'refused'; readonly error: AppError }
);

import type { OrganisationSettings } from '../schemas/organisation';
import { localError, type Stage } from './errors';
import { err } from './result';

/** A computer without a file of its organisation. */
export const noSettings: OrganisationSettings = { version: 1 };

/** The refusal of what the organisation has ruled out. Error: organisation.forbids {setting}. */
export const forbids = (
  stage: Stage,
  setting: Exclude<keyof OrganisationSettings, 'version'>,
  facts: Readonly<Record<string, string | number>> = {},
) => err(localError(stage, 'organisation.forbids', { setting, ...facts }, 'no'));

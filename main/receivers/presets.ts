import type { ReceiverPreset } from '../schemas/receiver';
import { asana } from './presets/asana';
import { atlassian } from './presets/atlassian';
import { atlassianByok } from './presets/atlassian-byok';
import { bluescape } from './presets/bluescape';
import { box } from './presets/box';
import { clickhouseCloud } from './presets/clickhouse-cloud';
import { cockroachdbCloud } from './presets/cockroachdb-cloud';
import { confluentCloud } from './presets/confluent-cloud';
import { contrastSecurity } from './presets/contrast-security';
import { databricksManagedServices } from './presets/databricks-managed-services';
import { databricksStorage } from './presets/databricks-storage';
import { elasticCloud } from './presets/elastic-cloud';
import { genesysCloud } from './presets/genesys-cloud';
import { gitlabDedicated } from './presets/gitlab-dedicated';
import { mongodbAtlas } from './presets/mongodb-atlas';
import { openai } from './presets/openai';
import { salesforce } from './presets/salesforce';
import { slack } from './presets/slack';
import { snowflake } from './presets/snowflake';
import { webex } from './presets/webex';
import { zep } from './presets/zep';
import { zoom } from './presets/zoom';

/** The services whose wishes are known, Bluescape first: it is the one that is chosen at the beginning. */
export const receiverPresets: readonly ReceiverPreset[] = [
  bluescape,
  zoom,
  genesysCloud,
  slack,
  snowflake,
  mongodbAtlas,
  webex,
  box,
  salesforce,
  databricksManagedServices,
  databricksStorage,
  confluentCloud,
  clickhouseCloud,
  elasticCloud,
  cockroachdbCloud,
  openai,
  gitlabDedicated,
  atlassian,
  atlassianByok,
  zep,
  contrastSecurity,
  asana,
];

/** @returns undefined for a service that is not known by name. */
export function presetById(id: string): ReceiverPreset | undefined {
  return receiverPresets.find((preset) => preset.id === id);
}

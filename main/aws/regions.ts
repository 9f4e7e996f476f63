import type { RegionView } from '../shared/views/aws';
import type { OrganisationSettings } from '../shared/views/organisation';

/** A partition of AWS. Its accounts and keys are unknown to other partitions. */
export interface Partition {
  readonly id: string;
  readonly name: string;
  /** Matches the names of its Regions. */
  readonly regions: RegExp;
  /** Host name suffixes of its services, the dual-stack one last. */
  readonly hostSuffixes: readonly string[];
}

const publicPartition: Partition = {
  id: 'aws',
  name: 'AWS',
  regions: /^(us|eu|ap|sa|ca|me|af|il|mx)-[a-z]+-\d+$/,
  hostSuffixes: ['amazonaws.com', 'api.aws'],
};

/** AWS's partitions (botocore `partitions.json`, August 2026). */
export const partitions: readonly Partition[] = [
  publicPartition,
  {
    id: 'aws-cn',
    name: 'AWS China',
    regions: /^cn-[a-z]+-\d+$/,
    hostSuffixes: ['amazonaws.com.cn', 'api.amazonwebservices.com.cn'],
  },
  {
    id: 'aws-us-gov',
    name: 'AWS GovCloud (US)',
    regions: /^us-gov-[a-z]+-\d+$/,
    hostSuffixes: ['amazonaws.com', 'api.aws'],
  },
  {
    id: 'aws-eusc',
    name: 'AWS European Sovereign Cloud',
    regions: /^eusc-de-[a-z]+-\d+$/,
    hostSuffixes: ['amazonaws.eu', 'api.amazonwebservices.eu'],
  },
  { id: 'aws-iso', name: 'AWS ISO (US)', regions: /^us-iso-[a-z]+-\d+$/, hostSuffixes: ['c2s.ic.gov'] },
  {
    id: 'aws-iso-b',
    name: 'AWS ISOB (US)',
    regions: /^us-isob-[a-z]+-\d+$/,
    hostSuffixes: ['sc2s.sgov.gov'],
  },
  {
    id: 'aws-iso-e',
    name: 'AWS ISOE (Europe)',
    regions: /^eu-isoe-[a-z]+-\d+$/,
    hostSuffixes: ['cloud.adc-e.uk'],
  },
  { id: 'aws-iso-f', name: 'AWS ISOF', regions: /^us-isof-[a-z]+-\d+$/, hostSuffixes: ['csp.hci.ic.gov'] },
];

/** Regions with KMS, and their names (botocore `endpoints.json`, August 2026). */
const namedRegions: Readonly<Record<string, string>> = {
  'us-east-1': 'N. Virginia',
  'us-east-2': 'Ohio',
  'us-west-1': 'N. California',
  'us-west-2': 'Oregon',
  'ca-central-1': 'Canada Central',
  'ca-west-1': 'Calgary',
  'mx-central-1': 'Mexico',
  'sa-east-1': 'São Paulo',
  'eu-central-1': 'Frankfurt',
  'eu-central-2': 'Zurich',
  'eu-west-1': 'Ireland',
  'eu-west-2': 'London',
  'eu-west-3': 'Paris',
  'eu-north-1': 'Stockholm',
  'eu-south-1': 'Milan',
  'eu-south-2': 'Spain',
  'il-central-1': 'Tel Aviv',
  'me-central-1': 'UAE',
  'me-south-1': 'Bahrain',
  'af-south-1': 'Cape Town',
  'ap-east-1': 'Hong Kong',
  'ap-east-2': 'Taipei',
  'ap-northeast-1': 'Tokyo',
  'ap-northeast-2': 'Seoul',
  'ap-northeast-3': 'Osaka',
  'ap-south-1': 'Mumbai',
  'ap-south-2': 'Hyderabad',
  'ap-southeast-1': 'Singapore',
  'ap-southeast-2': 'Sydney',
  'ap-southeast-3': 'Jakarta',
  'ap-southeast-4': 'Melbourne',
  'ap-southeast-5': 'Malaysia',
  'ap-southeast-6': 'New Zealand',
  'ap-southeast-7': 'Thailand',
  'cn-north-1': 'Beijing',
  'cn-northwest-1': 'Ningxia',
  'us-gov-east-1': 'US-East',
  'us-gov-west-1': 'US-West',
  'eusc-de-east-1': 'Germany',
};

/** Whether the text has the shape of a Region name (IAM and KMS models: at most 32 characters). */
export function isRegionName(text: string): boolean {
  return text.length <= 32 && /^([a-z]+-){2,3}\d+$/.test(text);
}

/** The partition of a Region. A Region that matches none is taken to be public. */
export function partitionOfRegion(region: string): Partition {
  return partitions.find(({ regions }) => regions.test(region)) ?? publicPartition;
}

/** Regions to offer, grouped by partition in the order of {@link partitions}. Others can be typed. */
export function listRegions(): readonly RegionView[] {
  return Object.entries(namedRegions)
    .map(([code, name]) => {
      const partition = partitionOfRegion(code);
      return { code, name, partition: partition.id, partitionName: partition.name };
    })
    .sort((a, b) => rank(a.partition) - rank(b.partition));
}

const rank = (id: string): number => partitions.findIndex((partition) => partition.id === id);

/** Marked, and not left out: a person signs in by the browser at a Region of the access portal, where no key is. */
export const markForbidden = (
  { allowedRegions }: OrganisationSettings,
  regions: readonly RegionView[],
): readonly RegionView[] =>
  regions.map((region) =>
    allowedRegions?.includes(region.code) === false ? { ...region, isForbidden: true } : region,
  );

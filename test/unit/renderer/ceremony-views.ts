import type {
  ConnectionView,
  HandOverView,
  KeyDraft,
  PlanView,
  ProfileView,
  RegionView,
  SignedInView,
} from '../../../main/shared/views/aws';
import { localError, type AppError } from '../../../main/shared/errors';
import { sealedCustody } from './views';

/** Stand-ins for what main tells the page of AWS; tests change what they are about. */
export const own = '111122223333';
export const theirs = '210987654321';
export const region = 'eu-central-1';
export const admin = `arn:aws:iam::${own}:role/KeyAdministrator`;
export const keyArn = `arn:aws:kms:${region}:${own}:key/5f3c1b7a-9d24-4e0f-8c6b-2a7d9e4f1c03`;

export const signedInView: SignedInView = {
  session: 'session-1',
  mode: 'aws',
  accountId: own,
  callerArn: `arn:aws:sts::${own}:assumed-role/KeyAdministrator/anna`,
  principalArn: admin,
  partition: 'aws',
  region,
};

export const regions: readonly RegionView[] = [
  { code: region, name: 'Europe (Frankfurt)', partition: 'aws', partitionName: 'AWS' },
  { code: 'cn-north-1', name: 'China (Beijing)', partition: 'aws-cn', partitionName: 'AWS China' },
];

export const profile = (name: string, change: Partial<ProfileView> = {}): ProfileView => ({
  name,
  kind: 'sso',
  needsMfa: false,
  ...change,
});

export const connection: ConnectionView = {
  proxy: { kind: 'system' },
  fips: false,
  dualStack: false,
  endpoints: [],
  foreignEndpointsAllowed: false,
};

export const keyDraftView: KeyDraft = {
  session: 'session-1',
  receiver: { preset: 'bluescape', name: 'Bluescape', accountId: theirs, needsGrants: true },
  alias: 'bluescape-byok-2026',
  description: 'Key with imported key material for Bluescape',
  tags: [],
  administrators: [admin],
  users: [],
  multiRegion: false,
  expiry: { kind: 'never' },
  wrappingKeySpec: 'RSA_4096',
  wrappingAlgorithm: 'RSAES_OAEP_SHA_256',
  material: { from: 'generate', lengthBytes: 32, confirmation: 'no copy' },
};

export const planView: PlanView = {
  plan: 'plan-1',
  mode: 'aws',
  region,
  accountId: own,
  draft: keyDraftView,
  statements: [],
  policyJson: '{}',
  alias: 'free',
  calls: ['CreateKey', 'CreateAlias'],
};

export const handOverView: HandOverView = {
  mode: 'aws',
  keyArn,
  keyId: '5f3c1b7a-9d24-4e0f-8c6b-2a7d9e4f1c03',
  accountId: own,
  region,
  partition: 'aws',
  alias: 'bluescape-byok-2026',
  keyState: 'Enabled',
  checkedAt: '2026-11-23T13:40:00.000Z',
  multiRegion: false,
  keyMaterialId: 'd5e0f7c4b1a29386'.repeat(4),
  checkValue: '0123456789abcdef',
  custody: sealedCustody,
  receiver: keyDraftView.receiver,
  wants: {
    facts: [
      { want: 'key-arn', value: keyArn, isOptional: false },
      { want: 'account-id', value: own, isOptional: false },
      { want: 'region', value: region, isOptional: false },
    ],
    stepsBefore: [],
    steps: ['Give Bluescape the ARN of the key.'],
    aftercare: [],
    source: { page: 'https://community.bluescape.com/t/3128', readOn: '2026-11-27' },
  },
  actionsAllowed: ['kms:Encrypt', 'kms:Decrypt'],
  receiverStatement: '{\n  "Version": "2012-10-17"\n}',
  cloudTrailEvents: ['CreateKey', 'ImportKeyMaterial'],
  requestIds: [{ operation: 'CreateKey', requestId: '7f3c1b7a-9d24-4e0f-8c6b-2a7d9e4f1c03' }],
};

export const denied: AppError = {
  ...localError('run', 'aws.accessDenied', { action: 'kms:ImportKeyMaterial' }, 'check-first'),
  changedInAws: true,
};
export const sessionGone = localError('sign-in', 'session.gone');

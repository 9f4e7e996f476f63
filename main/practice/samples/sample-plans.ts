import type { KeySpec, KeyUsage } from '../kms/key-specs';
import type { Material, PracticeKey } from '../store';

/** What a sample key is there to show; it names the key. */
export type SampleName =
  | 'working'
  | 'expires-soon'
  | 'expired'
  | 'current-missing'
  | 'former-expired'
  | 'waiting-for-rotation'
  | 'disabled'
  | 'waiting-for-deletion'
  | 'never-had-material'
  | 'revoked-with-grants'
  | 'primary'
  | 'replica'
  | 'hmac'
  | 'unreadable'
  | 'elsewhere'
  | 'made-by-aws'
  | 'owned-by-aws'
  | 'kept-elsewhere';

export interface MaterialPlan {
  readonly state: Material['state'];
  /** Its bytes are not on the key: they were deleted, or expired. */
  readonly isMissing?: true;
  readonly expiresInDays?: number;
  readonly rotatedDaysAgo?: number;
  /** `ours`: as the app describes what it imports. Any other text is somebody else's. */
  readonly description?: string;
}

export interface SamplePlan {
  readonly name: SampleName;
  readonly alias?: string;
  readonly description: string;
  readonly createdDaysAgo: number;
  readonly spec?: KeySpec;
  readonly usage?: KeyUsage;
  readonly origin?: PracticeKey['origin'];
  readonly materials: readonly MaterialPlan[];
  /** Accounts that the policy lets use the key. */
  readonly receivers?: readonly string[];
  readonly tags?: Readonly<Record<string, string>>;
  readonly isDisabled?: true;
  readonly deletedInDays?: number;
  readonly lastUsedDaysAgo?: number;
}

/** Accounts of services that use the keys. None of these numbers is anybody's: AWS's documentation uses them. */
export const receiverAccounts = {
  messaging: '222233334444',
  warehouse: '444455556666',
  crm: '555566667777',
  exchange: '777788889999',
} as const;

const plain = (more: Partial<MaterialPlan> = {}): MaterialPlan => ({ state: 'CURRENT', ...more });
const ours = (more: Partial<MaterialPlan> = {}): MaterialPlan => plain({ description: 'ours', ...more });
const { messaging, warehouse, crm, exchange } = receiverAccounts;
const owner = (Owner: string) => ({ Owner, Environment: 'production' });

/** All in one Region, in the order in which they were made. Each shows one thing that a key may come to. */
export const samplePlans: readonly SamplePlan[] = [
  {
    name: 'disabled',
    alias: 'old-crm',
    description: 'Customer key of the former CRM; disabled after the move',
    createdDaysAgo: 1130,
    materials: [ours({ description: 'HSM partition 2 - slot 7' })],
    receivers: [crm],
    tags: owner('sales-systems'),
    isDisabled: true,
    lastUsedDaysAgo: 93,
  },
  {
    name: 'waiting-for-deletion',
    alias: 'retired-portal',
    description: 'Customer key of the partner portal, which was switched off',
    createdDaysAgo: 980,
    materials: [plain()],
    deletedInDays: 9,
  },
  {
    name: 'current-missing',
    alias: 'backup-archive',
    description: 'Encrypts the monthly archive; rotated once a year',
    createdDaysAgo: 760,
    materials: [ours({ state: 'NON_CURRENT' }), ours({ isMissing: true, rotatedDaysAgo: 395 })],
    receivers: [warehouse],
    tags: owner('storage'),
    lastUsedDaysAgo: 4,
  },
  {
    name: 'former-expired',
    alias: 'payments-ledger',
    description: 'Customer key of the payments ledger',
    createdDaysAgo: 500,
    materials: [
      ours({ state: 'NON_CURRENT', isMissing: true }),
      ours({ rotatedDaysAgo: 135, expiresInDays: 230 }),
    ],
    receivers: [warehouse],
    tags: owner('finance'),
    lastUsedDaysAgo: 2,
  },
  {
    name: 'working',
    alias: 'messaging',
    description: 'Customer key of the messaging service',
    createdDaysAgo: 410,
    materials: [ours()],
    receivers: [messaging],
    tags: owner('collaboration'),
    lastUsedDaysAgo: 0,
  },
  {
    name: 'hmac',
    alias: 'webhook-signing',
    description: 'Signs webhooks to partners',
    createdDaysAgo: 390,
    spec: 'HMAC_256',
    usage: 'GENERATE_VERIFY_MAC',
    materials: [plain({ expiresInDays: 150 })],
    lastUsedDaysAgo: 1,
  },
  {
    name: 'expires-soon',
    alias: 'customer-records',
    description: 'Customer key of the CRM; material has to be renewed every year',
    createdDaysAgo: 353,
    materials: [ours({ expiresInDays: 12 })],
    receivers: [crm],
    tags: owner('sales-systems'),
    lastUsedDaysAgo: 0,
  },
  {
    name: 'expired',
    alias: 'data-warehouse',
    description: 'Customer key of the data warehouse; material has to be renewed every year',
    createdDaysAgo: 368,
    materials: [ours({ isMissing: true })],
    receivers: [warehouse],
    tags: owner('analytics'),
    lastUsedDaysAgo: 3,
  },
  {
    name: 'revoked-with-grants',
    alias: 'data-exchange',
    description: 'Customer key of the data exchange; the exchange was dismissed in spring',
    createdDaysAgo: 300,
    materials: [ours()],
    receivers: [messaging],
    tags: owner('partners'),
    lastUsedDaysAgo: 0,
  },
  {
    name: 'waiting-for-rotation',
    alias: 'analytics-lake',
    description: 'Customer key of the data lake',
    createdDaysAgo: 220,
    materials: [ours(), ours({ state: 'PENDING_ROTATION' })],
    receivers: [warehouse, exchange],
    tags: owner('analytics'),
    lastUsedDaysAgo: 0,
  },
  {
    name: 'unreadable',
    description: 'Belongs to the auditors',
    createdDaysAgo: 180,
    materials: [plain()],
  },
  {
    name: 'never-had-material',
    description: 'Customer key of the messaging service',
    createdDaysAgo: 41,
    materials: [],
    receivers: [messaging],
    tags: owner('collaboration'),
  },
  {
    name: 'made-by-aws',
    alias: 'app-logs',
    description: 'Application logs',
    createdDaysAgo: 640,
    origin: 'AWS_KMS',
    materials: [plain()],
    lastUsedDaysAgo: 0,
  },
  {
    name: 'kept-elsewhere',
    alias: 'vault-appliance',
    description: 'Key of the external key store in the data centre',
    createdDaysAgo: 270,
    origin: 'EXTERNAL_KEY_STORE',
    materials: [plain()],
  },
  {
    name: 'owned-by-aws',
    alias: 'aws/ebs',
    description: 'Default key that protects my EBS volumes when no other key is defined',
    createdDaysAgo: 1200,
    origin: 'AWS_KMS',
    materials: [plain()],
    lastUsedDaysAgo: 0,
  },
];

/** A primary key, of which another Region has a replica that still waits for its material. */
export const primaryPlan: SamplePlan = {
  name: 'primary',
  alias: 'global-sessions',
  description: 'Session data of the web shop, in two Regions',
  createdDaysAgo: 95,
  materials: [ours({ expiresInDays: 270 })],
  receivers: [messaging],
  tags: owner('web-shop'),
  lastUsedDaysAgo: 0,
};

/** In the other Region. */
export const elsewherePlan: SamplePlan = {
  name: 'elsewhere',
  alias: 'branch-office-files',
  description: 'Customer key of the file shares of the branch offices',
  createdDaysAgo: 240,
  materials: [ours({ expiresInDays: 125 })],
  receivers: [crm],
  tags: owner('workplace'),
  lastUsedDaysAgo: 6,
};

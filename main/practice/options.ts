import type { KeyObject } from 'node:crypto';

/** What happens to one call before or after its operation. */
export type PlannedFault =
  /** The connection ends; at `after`, the operation has been carried out. */
  | { readonly kind: 'drop' }
  /** No answer, until the client gives up. */
  | { readonly kind: 'hang' }
  | { readonly kind: 'delay'; readonly ms: number }
  | { readonly kind: 'error'; readonly code: string; readonly message?: string; readonly status?: number };

/** `before`: nothing has been done yet. `after`: the operation is done, its answer not yet sent. */
export type FaultPhase = 'before' | 'after';

export interface PracticePerson {
  readonly kind: 'user' | 'role';
  readonly name: string;
  /** Begins and ends with a slash. */
  readonly path: string;
}

export interface Quotas {
  /** Requests per second for one operation in one Region; ThrottlingException above it. */
  readonly requestsPerSecond?: Readonly<Record<string, number>>;
  /** KMS keys per Region; LimitExceededException above it. */
  readonly keys?: number;
}

export interface PracticeOptions {
  /** The clock for expiries, deletions and throttling; the practice AWS has no other. */
  readonly now: () => Date;
  /** The Region of requests whose signature and host name none. */
  readonly region?: string;
  readonly accountId?: string;
  /** Users and roles of the account. */
  readonly people?: readonly PracticePerson[];
  /** The user or role, among `people`, behind access keys that the practice AWS did not issue. */
  readonly caller?: string;
  /** Users and roles of other accounts, by the access keys that they sign with. Their own IAM policies allow everything. */
  readonly strangers?: readonly { readonly accessKeyId: string; readonly arn: string }[];
  /** Accounts that do not exist; all others do. */
  readonly unknownAccounts?: readonly string[];
  readonly quotas?: Quotas;
  /** How many DescribeKey and GetParametersForImport calls do not find a new key yet. */
  readonly unsettledCalls?: number;
  /**
   * How long AWS works on what it does behind its answer: a rotation, a new replica, a new primary. In milliseconds; with
   * none it is done by the next call.
   */
  readonly changeMs?: number;
  /** Actions that the caller has no permission for, as IAM names them: `kms:CreateKey`. */
  readonly denied?: readonly string[];
  /**
   * The same for single keys and Regions. The resource is what the request names as its key, `*` if nothing: for several
   * keys that only IAM denies.
   */
  readonly denies?: (action: string, resource: string, region: string) => boolean;
  /** The six digits that AssumeRole with an MFA device accepts; any six if left out. */
  readonly mfaCode?: string;
  /** What the person does in the browser. The answer comes after `pendingPolls` requests for the token. */
  /** `ask` waits for `answerBrowser`. */
  readonly browser?: {
    readonly answer: 'approve' | 'deny' | 'ignore' | 'ask';
    readonly pendingPolls: number;
  };
  /** Whether import tokens say that they are practice. Left out where a test lets the practice AWS stand for the real one. */
  readonly marksImportTokens?: boolean;
  /** An RSA key pair of so many bits, for a wrapping key. Making one takes seconds, so tests may hand out ready ones. */
  readonly makeRsaKeys?: (bits: number) => Promise<{
    readonly publicKey: KeyObject;
    readonly privateKey: KeyObject;
  }>;
  /** Refuse signatures more than five minutes away from `now`, as AWS does. */
  readonly checkSignatureTime?: boolean;
  /** For tests that break a call. */
  readonly fault?: (operation: string, phase: FaultPhase) => PlannedFault | undefined;
}

/**
 * AWS's request quotas for every account in each Region.
 * Source: AWS KMS Developer Guide, "Request quotas".
 */
export const awsQuotas: Quotas = {
  requestsPerSecond: {
    CancelKeyDeletion: 5,
    CreateAlias: 5,
    CreateGrant: 50,
    CreateKey: 5,
    DeleteAlias: 15,
    DeleteImportedKeyMaterial: 15,
    DescribeKey: 2000,
    DisableKey: 5,
    DisableKeyRotation: 5,
    EnableKey: 5,
    EnableKeyRotation: 15,
    GetKeyLastUsage: 5,
    GetKeyPolicy: 1000,
    GetKeyRotationStatus: 1000,
    GetParametersForImport: 1,
    ImportKeyMaterial: 15,
    ListAliases: 500,
    ListGrants: 100,
    ListKeyPolicies: 100,
    ListKeyRotations: 100,
    ListKeys: 500,
    ListResourceTags: 2000,
    ListRetirableGrants: 100,
    PutKeyPolicy: 15,
    ReplicateKey: 5,
    RetireGrant: 50,
    RevokeGrant: 50,
    RotateKeyOnDemand: 5,
    ScheduleKeyDeletion: 15,
    TagResource: 10,
    UntagResource: 5,
    UpdateAlias: 5,
    UpdateKeyDescription: 5,
    UpdatePrimaryRegion: 5,
  },
  keys: 100_000,
};

/** People to choose from while practising. */
export const practicePeople: readonly PracticePerson[] = [
  {
    kind: 'role',
    name: 'AWSReservedSSO_KeyCeremony_0a1b2c3d4e5f6071',
    path: '/aws-reserved/sso.amazonaws.com/eu-central-1/',
  },
  { kind: 'role', name: 'KeyAdministrators', path: '/security/' },
  { kind: 'role', name: 'BackupOperators', path: '/operations/' },
  { kind: 'role', name: 'DatabaseServices', path: '/' },
  { kind: 'user', name: 'amira.haddad', path: '/' },
  { kind: 'user', name: 'jonas.lind', path: '/' },
  { kind: 'user', name: 'mei.tanaka', path: '/auditors/' },
];

/** What happens to one call instead of, or after, what the operation does. */
export type PlannedFault =
  /** The connection ends; at `after` the operation has been carried out all the same. */
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
  /** Requests of one operation in any second, per Region: ThrottlingException above it. */
  readonly requestsPerSecond?: Readonly<Record<string, number>>;
  /** KMS keys per Region: LimitExceededException above it. */
  readonly keys?: number;
}

export interface PracticeOptions {
  /** The practice AWS has no clock of its own: expiries, deletions and throttling follow this one. */
  readonly now: () => Date;
  /** Region of requests whose signature and host name none. */
  readonly region?: string;
  readonly accountId?: string;
  /** Users and roles of the account. */
  readonly people?: readonly PracticePerson[];
  /** Who signs in with access keys that the practice AWS has not given out: a user or role among `people`. */
  readonly caller?: string;
  /** Accounts that do not exist anywhere; every other one does. */
  readonly unknownAccounts?: readonly string[];
  readonly quotas?: Quotas;
  /** How many DescribeKey and GetParametersForImport calls a new key is not yet found by. */
  readonly unsettledCalls?: number;
  /** Actions that the caller has no permission for, as IAM names them: `kms:CreateKey`. */
  readonly denied?: readonly string[];
  /** Six digits that AssumeRole with an MFA device takes; any six when left out. */
  readonly mfaCode?: string;
  /** What the person does in the browser. Approval comes after `pendingPolls` questions for the token. */
  readonly browser?: { readonly answer: 'approve' | 'deny' | 'ignore'; readonly pendingPolls: number };
  /** Refuse signatures more than five minutes away from `now`, as AWS does. */
  readonly checkSignatureTime?: boolean;
  /** Lets a test break a call. */
  readonly fault?: (operation: string, phase: FaultPhase) => PlannedFault | undefined;
}

/**
 * Request quotas that AWS gives every account in each Region.
 * Source: AWS KMS Developer Guide, "Request quotas".
 */
export const awsQuotas: Quotas = {
  requestsPerSecond: {
    CancelKeyDeletion: 5,
    CreateAlias: 5,
    CreateKey: 5,
    DeleteImportedKeyMaterial: 15,
    DescribeKey: 2000,
    DisableKey: 5,
    EnableKey: 5,
    GetKeyPolicy: 1000,
    GetParametersForImport: 1,
    ImportKeyMaterial: 15,
    ListAliases: 500,
    ListKeyRotations: 100,
    ListKeys: 500,
    PutKeyPolicy: 15,
    RotateKeyOnDemand: 5,
    ScheduleKeyDeletion: 15,
    TagResource: 10,
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

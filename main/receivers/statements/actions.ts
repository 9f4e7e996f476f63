import { Refused, textsOf } from './fault';

/**
 * What a receiver may be allowed. Everything else that KMS knows changes the key, its policy, its material or its
 * replicas, and is nobody's business but its owner's.
 */
const permitted = [
  ...['Encrypt', 'Decrypt', 'ReEncryptFrom', 'ReEncryptTo', 'DescribeKey'],
  ...['GenerateDataKey', 'GenerateDataKeyWithoutPlaintext'],
  ...['GenerateDataKeyPair', 'GenerateDataKeyPairWithoutPlaintext'],
  ...['CreateGrant', 'ListGrants', 'RevokeGrant', 'RetireGrant'],
  ...['GetKeyRotationStatus', 'GetPublicKey', 'GetKeyPolicy'],
  ...['ListKeyPolicies', 'ListKeyRotations', 'ListResourceTags'],
  ...['Sign', 'Verify', 'GenerateMac', 'VerifyMac', 'DeriveSharedSecret'],
  // About no key in particular: a key policy cannot give them, and says them all the same in some guides.
  ...['GenerateRandom', 'ListAliases', 'ListKeys', 'ListRetirableGrants', 'DescribeCustomKeyStores'],
];

/** The other actions of KMS. Source: Service Authorization Reference, "Actions defined by AWS KMS". */
const refused = [
  ...['CancelKeyDeletion', 'ScheduleKeyDeletion', 'DeleteImportedKeyMaterial', 'ImportKeyMaterial'],
  ...['GetParametersForImport', 'PutKeyPolicy', 'ReplicateKey', 'SynchronizeMultiRegionKey'],
  ...['UpdatePrimaryRegion', 'UpdateKeyDescription', 'TagResource', 'UntagResource'],
  ...['EnableKey', 'DisableKey', 'EnableKeyRotation', 'DisableKeyRotation', 'RotateKeyOnDemand'],
  ...['CreateKey', 'CreateAlias', 'UpdateAlias', 'DeleteAlias'],
  ...['CreateCustomKeyStore', 'UpdateCustomKeyStore', 'DeleteCustomKeyStore'],
  ...['ConnectCustomKeyStore', 'DisconnectCustomKeyStore'],
];

/** Wildcards that AWS's own key policies have; another one may come to reach more, as KMS grows. */
const usualWildcards: ReadonlySet<string> = new Set(['kms:ReEncrypt*', 'kms:GenerateDataKey*']);

/** Told apart from the others, because the person is asked to confirm them. */
export type UnusualAction = 'wildcard' | 'readsPolicy' | 'otherKeyKind' | 'noEffect';

const unusual: Readonly<Record<string, UnusualAction>> = {
  GetKeyPolicy: 'readsPolicy',
  ListKeyPolicies: 'readsPolicy',
  ListResourceTags: 'readsPolicy',
  // A symmetric key cannot do these.
  GetPublicKey: 'otherKeyKind',
  Sign: 'otherKeyKind',
  Verify: 'otherKeyKind',
  GenerateMac: 'otherKeyKind',
  VerifyMac: 'otherKeyKind',
  DeriveSharedSecret: 'otherKeyKind',
  GenerateRandom: 'noEffect',
  ListAliases: 'noEffect',
  ListKeys: 'noEffect',
  ListRetirableGrants: 'noEffect',
  DescribeCustomKeyStores: 'noEffect',
};

/**
 * The actions of a receiver's statement as AWS spells them; AWS itself does not mind upper and lower case.
 * @throws Refused everything, otherService, wildcard, action, unknownAction, with the action as it was written.
 */
export function readActions(value: unknown): readonly string[] {
  return [...new Set(textsOf(value, 'Action', 40).map(readAction))];
}

function readAction(written: string): string {
  const [, service = '', name = ''] = /^([^:]*):(.*)$/.exec(written) ?? [];
  if (/^[*?]+$/.test(written) || (/^kms$/i.test(service) && /^[*?]+$/.test(name))) {
    throw new Refused('everything', written);
  }
  if (!/^kms$/i.test(service)) throw new Refused('otherService', written);
  const [, start = '', star = '', rest = ''] = /^([a-z]*)(\*?)(.*)$/i.exec(name) ?? [];
  if (rest !== '') throw new Refused(/[*?]/.test(name) ? 'wildcard' : 'unknownAction', written);
  return star === '' ? exact(start, written) : wildcard(start, written);
}

function exact(name: string, written: string): string {
  const known = reached(name, permitted).find((action) => action.length === name.length);
  if (known !== undefined) return `kms:${known}`;
  const isRefused = reached(name, refused).some((action) => action.length === name.length);
  throw new Refused(isRefused ? 'action' : 'unknownAction', written);
}

// SECURITY: a wildcard is let through only if nothing that it reaches is refused.
function wildcard(start: string, written: string): string {
  if (reached(start, refused).length > 0) throw new Refused('wildcard', written);
  const [known] = reached(start, permitted);
  if (known === undefined) throw new Refused('unknownAction', written);
  return `kms:${known.slice(0, start.length)}*`;
}

const reached = (start: string, among: readonly string[]): readonly string[] =>
  among.filter((action) => action.toLowerCase().startsWith(start.toLowerCase()));

/** What is unusual about an action that `readActions` let through. `ReEncrypt*` is not: the AWS console gives it too. */
export function unusualAction(action: string): UnusualAction | undefined {
  if (action.endsWith('*')) return usualWildcards.has(action) ? undefined : 'wildcard';
  return unusual[action.replace('kms:', '')];
}

/** Whether a list allows this action of KMS, wildcards included. */
export const allows = (actions: readonly string[], wanted: string): boolean =>
  actions.some((action) =>
    action.endsWith('*') ? wanted.startsWith(action.slice(0, -1)) : action === wanted,
  );

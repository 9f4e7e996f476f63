import { policySentence, principalWords } from '../../../renderer/words/create-and-import/policy';
import type { ReadStatement } from '../../../main/shared/views/policy';
import type { GeneratedRequest } from './generator';
import { ownAccount, theirAccount } from './people';
import { isTrueOf, likes } from './said-conditions';

const receiver = { name: 'Vendor', accountId: theirAccount };
const callerArn = `arn:aws:iam::${ownAccount}:role/security/KeyAdministrators`;

/** What the console's phrases say, action by action. */
const phrases: Readonly<Record<string, readonly string[]>> = {
  'encrypt and decrypt with the key, make data keys with it, and see its details': [
    ...['Encrypt', 'Decrypt', 'ReEncryptFrom', 'ReEncryptTo', 'GenerateDataKey', 'GenerateDataKeyPair'],
    ...['GenerateDataKeyPairWithoutPlaintext', 'GenerateDataKeyWithoutPlaintext', 'DescribeKey'],
  ],
  'make, list and revoke grants, which let others use the key': ['CreateGrant', 'ListGrants', 'RevokeGrant'],
  'let AWS services use the key for data that they store, and list and revoke such grants': [
    ...['CreateGrant', 'ListGrants', 'RevokeGrant'],
  ],
  'manage the key: change its policy, aliases, description and tags, make and revoke grants, switch it on and off, import and delete its key material, rotate it, and schedule its deletion':
    [
      ...[
        'PutKeyPolicy',
        'GetKeyPolicy',
        'CreateAlias',
        'UpdateAlias',
        'DeleteAlias',
        'UpdateKeyDescription',
      ],
      ...[
        'TagResource',
        'UntagResource',
        'CreateGrant',
        'ListGrants',
        'RevokeGrant',
        'EnableKey',
        'DisableKey',
      ],
      ...['ImportKeyMaterial', 'GetParametersForImport', 'DeleteImportedKeyMaterial', 'RotateKeyOnDemand'],
      ...['ScheduleKeyDeletion', 'CancelKeyDeletion', 'DescribeKey'],
    ],
};
const forServices = 'let AWS services use the key for data that they store, and list and revoke such grants';

/**
 * What somebody would answer who has read nothing but the sentences on screen: a refusal wins, and nobody may do what
 * no sentence lets them. Statements that are shown as JSON leave them without an answer. Throws at words that they do
 * not know.
 */
export function saidOf(statements: readonly ReadStatement[], request: GeneratedRequest) {
  const said = statements.map((statement) => {
    const { text, principals, conditions, json } = policySentence(statement);
    if (json !== undefined) return 'unsaid' as const;
    const isRefused = statement.effect === 'Deny';
    const people = principals.map((name) => principalWords(name, { receiver, callerArn, isRefused }));
    const isMeant = people.some((words) => isPerson(words, request));
    const { effect, covers } = readText(text, request);
    const applies = isMeant && covers && conditions.every((sentence) => isTrueOf(sentence, request));
    return { effect, applies };
  });
  const any = (effect: string) =>
    said.some((one) => one !== 'unsaid' && one.applies && one.effect === effect);
  if (any('refuse')) return 'refused';
  if (said.includes('unsaid')) return 'unsaid';
  return any('allow') ? 'allowed' : 'refused';
}

function readText(text: string, request: GeneratedRequest): { effect: 'allow' | 'refuse'; covers: boolean } {
  const operation = request.action.replace('kms:', '');
  const [, may] = /^These may (.+):$/.exec(text) ?? [];
  if (may !== undefined) {
    const isForService = request.context.get('kms:GrantIsForAWSResource')?.[0] === 'true';
    const listed = phrases[may]?.includes(operation);
    const covers = listed ?? coversObject(may.replace(/^(do (?=everything)|use )/, ''), operation);
    return { effect: 'allow', covers: covers && (may !== forServices || isForService) };
  }
  const [, refused] = /^These are refused (.+), whatever else allows it:$/.exec(text) ?? [];
  if (refused === undefined) throw new Error(`Not a sentence: ${text}`);
  return { effect: 'refuse', covers: coversObject(refused, operation) };
}

function coversObject(object: string, operation: string): boolean {
  const [, , but] = /^(everything with the key)(?: except (.+))?$/.exec(object) ?? [];
  if (object.startsWith('everything')) return but === undefined || !lists(but, operation);
  const [, list] = /^(.+) on the key$/.exec(object) ?? [];
  if (list === undefined) throw new Error(`Nothing is said to be done: ${object}`);
  return lists(list, operation);
}

const lists = (list: string, operation: string): boolean =>
  list.split(/, | and /).some((item) => {
    const starts = /^all actions that begin with (\w+(?: or \w+)*)$/.exec(item)?.[1]?.split(' or ');
    const quoted = /^all actions like (“[^ ]+”(?: or “[^ ]+”)*)$/.exec(item)?.[1];
    const patterns = quoted?.slice(1, -1).split('” or “') ?? starts?.map((start) => `${start}*`) ?? [item];
    return patterns.some((pattern) => {
      if (!/^[\w:*?-]+$/.test(pattern)) throw new Error(`Not an action: ${item}`);
      return likes(operation.toLowerCase(), pattern.toLowerCase());
    });
  });

function isPerson(words: string, { callerArn: arn, principalArn, accountId }: GeneratedRequest): boolean {
  if (words === 'Everybody: every AWS account and every AWS service') return true;
  const service = /^the AWS service (\S+)$/.exec(words)?.[1];
  if (service !== undefined) return service === arn;
  if (/^(everybody who signs in through |the account with the canonical user ID )/.test(words)) {
    return false;
  }
  const all =
    /^(?:Vendor: e|E)verybody (?:whom (?:your )?account (\d{12}) allows|in (?:your )?account (\d{12}))$/.exec(
      words,
    );
  if (all !== null) return (all[1] ?? all[2]) === accountId;
  const [, kind, name = '', account = ownAccount] =
    /^(?:Vendor: )?(role|user|federated user|session) (.+?)(?: of account (\d{12}))?(?: \(you\))?$/.exec(
      words,
    ) ?? [];
  if (kind === undefined) throw new Error(`Nobody: ${words}`);
  if (account !== accountId) return false;
  const [session = '', role = ''] = name.split(' of the role ');
  if (kind === 'session') return arn.endsWith(`:assumed-role/${role}/${session}`);
  return kind !== 'federated user' && new RegExp(`:${kind}/(.+/)?${name}$`).test(principalArn);
}

import { randomBytes } from 'node:crypto';
import { refuse } from '../aws-fault';
import type { Fields } from '../fields';
import type { PracticeGrant } from '../store';
import type { Call } from '../world';
import { findKey } from './find-key';
import { wireTime } from './key-metadata';
import { requireUsable } from './key-state';
import { pageOf } from './paging';
import { exists } from './policy/check';

const grantOperations = [
  'Decrypt',
  'Encrypt',
  'GenerateDataKey',
  'GenerateDataKeyWithoutPlaintext',
  'ReEncryptFrom',
  'ReEncryptTo',
  'CreateGrant',
  'RetireGrant',
  'DescribeKey',
  'GenerateDataKeyPair',
  'GenerateDataKeyPairWithoutPlaintext',
];
const principalLimits = { min: 1, max: 256, pattern: /^[\w+=,.@:/-]+$/ };

/**
 * Makes a grant. The same request once more, with the same name, is answered with the grant that there is.
 * Source: AWS KMS API Reference, CreateGrant. Grants with constraints are not practised.
 *
 * @throws AwsFault InvalidArnException for a principal that does not exist, DisabledException,
 * KMSInvalidStateException, ValidationException
 */
export function createGrant(call: Call, input: Fields): object {
  const key = findKey(call, input);
  if (input.textMap('Constraints').length > 0) {
    refuse('UnsupportedOperationException', 'The practice AWS has no grants with constraints');
  }
  const grantee = principalIn(call, input.text('GranteePrincipal', principalLimits));
  const retiring = input.optionalText('RetiringPrincipal', principalLimits);
  if (retiring !== undefined) principalIn(call, retiring);
  const operations = input.texts('Operations');
  const wrong = operations.find((operation) => !grantOperations.includes(operation));
  if (operations.length === 0 || wrong !== undefined) {
    refuse(
      'ValidationException',
      `Operation ${wrong ?? 'null'} is not supported for a key of this usage, or is missing`,
    );
  }
  const name = input.optionalText('Name', { min: 1, max: 256, pattern: /^[a-zA-Z0-9:/_-]+$/ });
  requireUsable(key);
  const same = [...key.grants.values()].find(
    (grant) =>
      name !== undefined &&
      grant.name === name &&
      grant.grantee === grantee &&
      grant.retiring === retiring &&
      grant.operations.toSorted().join() === operations.toSorted().join(),
  );
  const grant: PracticeGrant = same ?? {
    id: randomBytes(32).toString('hex'),
    createdAt: call.world.now(),
    grantee,
    retiring,
    operations,
    name,
  };
  key.grants.set(grant.id, grant);
  return { GrantId: grant.id, GrantToken: randomBytes(96).toString('base64') };
}

function principalIn(call: Call, name: string): string {
  if (name === '*' || !exists(call, name)) {
    refuse('InvalidArnException', `ARN does not refer to a valid principal: ${name}`);
  }
  return name;
}

/** @throws AwsFault InvalidGrantIdException where a grant is asked for that does not exist. */
export function listGrants(call: Call, input: Fields): object {
  const key = findKey(call, input);
  const id = input.optionalText('GrantId', { min: 1, max: 128 });
  const grantee = input.optionalText('GranteePrincipal', principalLimits);
  if (id !== undefined && !key.grants.has(id)) refuse('InvalidGrantIdException', 'No such grant exists');
  const grants = [...key.grants.values()].filter(
    (grant) => (id ?? grant.id) === grant.id && (grantee ?? grant.grantee) === grant.grantee,
  );
  const { page, rest } = pageOf(grants, input, { usual: 50, maximum: 100 });
  const issuer = call.caller.principalArn.replace(/:(user|role)\/.*$/, ':root');
  return {
    Grants: page.map((grant) => ({
      KeyId: key.arn,
      GrantId: grant.id,
      ...(grant.name === undefined ? {} : { Name: grant.name }),
      CreationDate: wireTime(grant.createdAt),
      GranteePrincipal: grant.grantee,
      ...(grant.retiring === undefined ? {} : { RetiringPrincipal: grant.retiring }),
      IssuingAccount: issuer,
      Operations: grant.operations,
    })),
    ...rest,
  };
}

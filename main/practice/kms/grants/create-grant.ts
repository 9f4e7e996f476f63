import { randomBytes } from 'node:crypto';
import { refuse } from '../../aws-fault';
import type { Fields } from '../../fields';
import type { PracticeGrant } from '../../store';
import type { Call } from '../../world';
import { findKey } from '../find-key';
import { requireUsable } from '../key-state';
import { exists } from '../policy/check';

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
/** Of the ARN of a principal. */
export const principalLimits = { min: 1, max: 256, pattern: /^[\w+=,.@:/-]+$/ };

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
    token: randomBytes(96).toString('base64'),
    grantee,
    retiring,
    issuer: rootOf(call),
    operations,
    name,
  };
  if (input.flag('DryRun')) dryRun();
  key.grants.set(grant.id, grant);
  return { GrantId: grant.id, GrantToken: grant.token };
}

const rootOf = ({ caller }: Call): string => caller.principalArn.replace(/:(user|role)\/.*$/, ':root');

/** The answer to a request that says DryRun and would have been carried out. @throws AwsFault */
export function dryRun(): never {
  refuse('DryRunOperationException', 'The request would have succeeded, but the DryRun option is set.');
}

function principalIn(call: Call, name: string): string {
  if (name === '*' || !exists(call, name)) {
    refuse('InvalidArnException', `ARN does not refer to a valid principal: ${name}`);
  }
  return name;
}

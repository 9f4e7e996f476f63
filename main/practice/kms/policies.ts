import { refuse } from '../aws-fault';
import type { Fields } from '../fields';
import type { PracticeKey } from '../store';
import type { Call } from '../world';
import { findKey } from './find-key';
import { checkPolicy } from './policy/check';
import { keyContext, policyRequest } from './policy/request';
import { policyText } from './policy/text';

const maxPolicyBytes = 32_768;
/** Tab, line ends, and every printable character up to U+00FF. */
const policyCharacters = /^[\t\n\r\u0020-\u00FF]+$/;

/** The policy of a key that was created without one. */
export function defaultPolicy({ caller }: Call): string {
  const [, partition] = caller.principalArn.split(':');
  return policyText({
    Version: '2012-10-17',
    Id: 'key-default-1',
    Statement: [
      {
        Sid: 'Enable IAM User Permissions',
        Effect: 'Allow',
        Principal: { AWS: `arn:${partition ?? 'aws'}:iam::${caller.accountId}:root` },
        Action: 'kms:*',
        Resource: '*',
      },
    ],
  });
}

/**
 * The policy of a request, checked and in the form in which AWS returns it.
 * @param key whose policy it will be; absent while it is being made, so that a policy cannot name it yet
 * @throws AwsFault MalformedPolicyDocumentException, LimitExceededException, ValidationException
 */
export function readPolicy(call: Call, input: Fields, key?: PracticeKey): string {
  const text = input.text('Policy', { min: 1, max: 131_072, pattern: policyCharacters });
  if (Buffer.byteLength(text) > maxPolicyBytes) {
    refuse('LimitExceededException', `The policy document is larger than ${maxPolicyBytes} bytes`);
  }
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    refuse('MalformedPolicyDocumentException', 'Policy contains invalid json');
  }
  const next = {
    operation: 'PutKeyPolicy',
    keyArn: key?.arn ?? '',
    context: key ? keyContext(key, input) : new Map(),
  };
  const isUnchecked = input.flag('BypassPolicyLockoutSafetyCheck');
  checkPolicy(call, document, isUnchecked ? 'unchecked' : policyRequest(call, next));
  return policyText(document);
}

function requireDefaultName(input: Fields, optional: boolean): void {
  const name = optional ? (input.optionalText('PolicyName') ?? 'default') : input.text('PolicyName');
  if (name !== 'default') refuse('NotFoundException', `No such policy exists`);
}

export function getKeyPolicy(call: Call, input: Fields): object {
  const key = findKey(call, input);
  requireDefaultName(input, true);
  return { Policy: key.policy, PolicyName: 'default' };
}

/** Works in every state of the key. Source: AWS KMS Developer Guide, "Key states of AWS KMS keys". */
export function putKeyPolicy(call: Call, input: Fields): undefined {
  const key = findKey(call, input);
  requireDefaultName(input, true);
  key.policy = readPolicy(call, input, key);
}

export function listKeyPolicies(call: Call, input: Fields): object {
  findKey(call, input);
  return { PolicyNames: ['default'], Truncated: false };
}

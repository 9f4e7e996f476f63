import { refuse } from '../../aws-fault';
import type { Fields } from '../../fields';
import type { PracticeGrant, PracticeKey } from '../../store';
import type { Call } from '../../world';
import { findKey } from '../find-key';
import { dryRun } from './create-grant';

const idLimits = { min: 1, max: 128 };

/**
 * Works in every state of the key. Source: AWS KMS API Reference, RevokeGrant.
 * @throws AwsFault InvalidGrantIdException where the key has no such grant, also if it had; DryRunOperationException
 */
export function revokeGrant(call: Call, input: Fields): undefined {
  const key = findKey(call, input);
  const grant = grantOf(key, input.text('GrantId', idLimits));
  if (input.flag('DryRun')) dryRun();
  key.grants.delete(grant.id);
}

/**
 * Ends a grant from the side of its holder: the retiring principal, or a grantee that may retire it. It asks the grant
 * and not the key's policy. Source: AWS KMS API Reference, RetireGrant.
 *
 * @throws AwsFault AccessDeniedException, InvalidGrantTokenException, ValidationException; those of revokeGrant
 */
export function retireGrant(call: Call, input: Fields): undefined {
  const { key, grant } = held(call, input);
  const { principalArn, callerArn, accountId } = call.caller;
  const isOwn = (principal: string | undefined): boolean =>
    principal === principalArn ||
    principal === callerArn ||
    principal?.endsWith(`::${accountId}:root`) === true;
  const mayRetire =
    isOwn(grant.retiring) || (grant.operations.includes('RetireGrant') && isOwn(grant.grantee));
  if (!mayRetire) {
    refuse(
      'AccessDeniedException',
      `User: ${callerArn} is not authorized to perform: kms:RetireGrant on resource: ${key.arn}`,
    );
  }
  if (input.flag('DryRun')) dryRun();
  key.grants.delete(grant.id);
}

function held(call: Call, input: Fields): { readonly key: PracticeKey; readonly grant: PracticeGrant } {
  const token = input.optionalText('GrantToken', { min: 1, max: 8192 });
  if (token === undefined) {
    const id = input.optionalText('GrantId', idLimits);
    if (id === undefined || input.optionalText('KeyId') === undefined) {
      refuse('ValidationException', 'Either a grant token, or a key and a grant ID, must be specified');
    }
    const key = findKey(call, input, { isJudged: false });
    return { key, grant: grantOf(key, id) };
  }
  for (const key of call.store.keys.values()) {
    for (const grant of key.grants.values()) if (grant.token === token) return { key, grant };
  }
  refuse('InvalidGrantTokenException');
}

function grantOf(key: PracticeKey, id: string): PracticeGrant {
  return key.grants.get(id) ?? refuse('InvalidGrantIdException', 'No such grant exists');
}

import { refuse } from '../../aws-fault';
import type { Fields } from '../../fields';
import type { PracticeGrant, PracticeKey } from '../../store';
import type { Call } from '../../world';
import { findKey } from '../find-key';
import { wireTime } from '../key-metadata';
import { pageOf } from '../paging';
import { principalLimits } from './create-grant';

const pages = { usual: 50, maximum: 100 };

/**
 * In the order in which they were made.
 * @throws AwsFault InvalidGrantIdException where a grant is asked for that does not exist.
 */
export function listGrants(call: Call, input: Fields): object {
  const key = findKey(call, input);
  const id = input.optionalText('GrantId', { min: 1, max: 128 });
  const grantee = input.optionalText('GranteePrincipal', principalLimits);
  if (id !== undefined && !key.grants.has(id)) refuse('InvalidGrantIdException', 'No such grant exists');
  const grants = [...key.grants.values()].filter(
    (grant) => (id ?? grant.id) === grant.id && (grantee ?? grant.grantee) === grant.grantee,
  );
  const { page, rest } = pageOf(grants, input, pages);
  return { Grants: page.map((grant) => grantEntry(key, grant)), ...rest };
}

/**
 * The grants of every key of the Region that one principal may retire.
 * Source: AWS KMS API Reference, ListRetirableGrants.
 */
export function listRetirableGrants(call: Call, input: Fields): object {
  const retiring = input.text('RetiringPrincipal', principalLimits);
  const grants = [...call.store.keys.values()].flatMap((key) =>
    [...key.grants.values()].filter((grant) => grant.retiring === retiring).map((grant) => ({ key, grant })),
  );
  const { page, rest } = pageOf(grants, input, pages);
  return { Grants: page.map(({ key, grant }) => grantEntry(key, grant)), ...rest };
}

/** Source: AWS KMS API Reference, GrantListEntry. */
function grantEntry(key: PracticeKey, grant: PracticeGrant): object {
  const { name, retiring, issuer } = grant;
  return {
    KeyId: key.arn,
    GrantId: grant.id,
    ...(name === undefined ? {} : { Name: name }),
    CreationDate: wireTime(grant.createdAt),
    GranteePrincipal: grant.grantee,
    ...(retiring === undefined ? {} : { RetiringPrincipal: retiring }),
    // Guess: whether grants that AWS's services make have an issuing account (kms-lifecycle.md, "Not established").
    ...(issuer === undefined ? {} : { IssuingAccount: issuer }),
    Operations: grant.operations,
  };
}

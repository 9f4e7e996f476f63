import { describe, expect, it } from 'vitest';
import { networkError, refusal } from '../../helpers/aws-answers';
import { kmsOver } from '../../helpers/kms-over-answers';

const keyId = '1234abcd-12ab-34cd-56ef-1234567890ab';
const user = 'arn:aws:iam::210987654321:user/webex';
const grant = { name: 'keyferry-1', grantee: user, retiring: user, operations: ['Decrypt', 'Encrypt'] };

describe('a receiver of a key that exists', () => {
  it('is added by a whole policy, and the lockout check is never bypassed', async () => {
    const { port, bodyOf } = kmsOver(() => ({ body: {} }));
    expect(await port.putKeyPolicy(keyId, '{"Statement":[]}')).toMatchObject({ outcome: 'done' });
    expect(bodyOf(0)).toEqual({
      KeyId: keyId,
      PolicyName: 'default',
      Policy: '{"Statement":[]}',
      BypassPolicyLockoutSafetyCheck: false,
    });
  });

  it('is added by a grant with a name, and by nothing that was not asked for', async () => {
    const { port, bodyOf } = kmsOver(() => ({ body: { GrantId: 'abc', GrantToken: 'x' } }));
    expect(await port.createGrant(keyId, grant)).toMatchObject({
      outcome: 'done',
      value: { grantId: 'abc' },
    });
    expect(bodyOf(0)).toEqual({
      KeyId: keyId,
      Name: 'keyferry-1',
      GranteePrincipal: user,
      RetiringPrincipal: user,
      Operations: ['Decrypt', 'Encrypt'],
    });
  });

  it('may be added or not where no answer came, or one without its id', async () => {
    for (const answer of [networkError('ECONNRESET'), { body: {} }]) {
      const { port } = kmsOver(() => answer);
      expect((await port.createGrant(keyId, grant)).outcome).toBe('unknown');
    }
    expect((await kmsOver(() => networkError('ECONNRESET')).port.putKeyPolicy(keyId, '{}')).outcome).toBe(
      'unknown',
    );
    expect(
      (await kmsOver(() => refusal('MalformedPolicyDocumentException')).port.putKeyPolicy(keyId, '{}'))
        .outcome,
    ).toBe('refused');
  });

  it('is read back from every page of grants', async () => {
    const entry = { GrantId: 'abc', Name: 'keyferry-1', GranteePrincipal: user, RetiringPrincipal: user };
    const pages = [
      {
        Grants: [{ ...entry, Operations: ['Decrypt'] }, { Name: 'without id' }],
        Truncated: true,
        NextMarker: 'more',
      },
      {
        Grants: [{ GrantId: 'def', Constraints: { EncryptionContextEquals: { a: 'b' } } }],
        Truncated: false,
      },
    ];
    const { port, bodyOf } = kmsOver(() => ({ body: pages.shift() ?? {} }));
    expect(await port.listGrants(keyId)).toMatchObject({
      outcome: 'done',
      value: [
        {
          grantId: 'abc',
          name: 'keyferry-1',
          grantee: user,
          retiring: user,
          operations: ['Decrypt'],
          isConstrained: false,
        },
        { grantId: 'def', operations: [], isConstrained: true },
      ],
    });
    expect(bodyOf(1)).toEqual({ KeyId: keyId, Limit: 100, Marker: 'more' });
  });
});

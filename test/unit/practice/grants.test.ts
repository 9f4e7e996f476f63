import { randomBytes } from 'node:crypto';
import {
  CreateGrantCommand,
  ListGrantsCommand,
  ListRetirableGrantsCommand,
  RetireGrantCommand,
  RevokeGrantCommand,
  ScheduleKeyDeletionCommand,
  type CreateGrantCommandInput,
  type GrantListEntry,
  type KMSClient,
} from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../helpers/aws-clients';
import { createExternalKey, importMaterial, needed } from '../../helpers/import-material';
import { practiceBench } from '../../helpers/practice-bench';

const receiver = 'arn:aws:iam::222233334444:role/receiver';
const own = 'arn:aws:iam::111122223333:role/DatabaseServices';

async function usable() {
  const { kms } = practiceBench();
  const KeyId = await createExternalKey(kms);
  await importMaterial(kms, KeyId, randomBytes(32));
  return { kms, KeyId };
}

const grant = async (kms: KMSClient, KeyId: string, change: Partial<CreateGrantCommandInput> = {}) =>
  kms.send(new CreateGrantCommand({ KeyId, GranteePrincipal: receiver, Operations: ['Decrypt'], ...change }));

async function allGrants(kms: KMSClient, KeyId: string): Promise<readonly GrantListEntry[]> {
  const { Grants = [], NextMarker: Marker } = await kms.send(new ListGrantsCommand({ KeyId }));
  if (Marker === undefined) return Grants;
  const { Grants: rest = [] } = await kms.send(new ListGrantsCommand({ KeyId, Marker }));
  return [...Grants, ...rest];
}

describe('grants', () => {
  it('are listed 50 at a time, and filtered by grantee and by id', async () => {
    const { kms, KeyId } = await usable();
    const { GrantId } = await grant(kms, KeyId, { GranteePrincipal: own });
    for (let made = 0; made < 50; made += 1) await grant(kms, KeyId);
    const first = await kms.send(new ListGrantsCommand({ KeyId }));
    expect([first.Grants?.length, first.Truncated]).toEqual([50, true]);
    expect(await allGrants(kms, KeyId)).toHaveLength(51);
    const byGrantee = await kms.send(new ListGrantsCommand({ KeyId, GranteePrincipal: own }));
    const byId = await kms.send(new ListGrantsCommand({ KeyId, GrantId }));
    expect(byGrantee.Grants?.map((one) => one.GrantId)).toEqual([GrantId]);
    expect(byId.Grants).toMatchObject([
      { GranteePrincipal: own, IssuingAccount: 'arn:aws:iam::111122223333:root' },
    ]);
    const unknown = kms.send(new ListGrantsCommand({ KeyId, GrantId: '0'.repeat(64) }));
    expect(await refusalOf(unknown)).toBe('InvalidGrantIdException');
  });

  it('are revoked in any state, once, and not by a dry run', async () => {
    const { kms, KeyId } = await usable();
    const { GrantId } = await grant(kms, KeyId);
    await kms.send(new ScheduleKeyDeletionCommand({ KeyId }));
    const revoking = (DryRun?: boolean) =>
      refusalOf(kms.send(new RevokeGrantCommand({ KeyId, GrantId, DryRun })));
    expect(await revoking(true)).toBe('DryRunOperationException');
    expect(await allGrants(kms, KeyId)).toHaveLength(1);
    expect(await revoking()).toBe('done');
    expect(await allGrants(kms, KeyId)).toEqual([]);
    expect(await revoking()).toBe('InvalidGrantIdException');
  });

  it('are retired by their retiring principal only, by id or by token', async () => {
    const { kms } = practiceBench({ caller: 'DatabaseServices' });
    const KeyId = await createExternalKey(kms);
    await importMaterial(kms, KeyId, randomBytes(32));
    const [theirs, mine, byToken] = [
      await grant(kms, KeyId, { RetiringPrincipal: receiver }),
      await grant(kms, KeyId, { RetiringPrincipal: own }),
      await grant(kms, KeyId, { GranteePrincipal: own, Operations: ['Decrypt', 'RetireGrant'] }),
    ];
    const retiring = (GrantId: string | undefined) =>
      refusalOf(kms.send(new RetireGrantCommand({ KeyId, GrantId })));
    expect(await retiring(theirs.GrantId)).toBe('AccessDeniedException');
    expect(await retiring(mine.GrantId)).toBe('done');
    await kms.send(new RetireGrantCommand({ GrantToken: byToken.GrantToken }));
    expect((await allGrants(kms, KeyId)).map(({ GrantId }) => GrantId)).toEqual([theirs.GrantId]);
    const again = kms.send(new RetireGrantCommand({ GrantToken: byToken.GrantToken }));
    expect(await refusalOf(again)).toBe('InvalidGrantTokenException');
  });

  it('are found by who may retire them, whatever key they are of', async () => {
    const { kms, KeyId } = await usable();
    const other = await createExternalKey(kms);
    await importMaterial(kms, other, randomBytes(32));
    await grant(kms, KeyId, { RetiringPrincipal: own });
    await grant(kms, other, { RetiringPrincipal: own });
    await grant(kms, other);
    const { Grants = [] } = await kms.send(new ListRetirableGrantsCommand({ RetiringPrincipal: own }));
    expect(Grants.map((one) => needed(one.KeyId).split('/')[1]).sort()).toEqual([KeyId, other].sort());
  });
});

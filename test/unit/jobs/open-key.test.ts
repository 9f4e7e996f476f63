import { describe, expect, it } from 'vitest';
import { createLookAfterJob, makeKey } from '../../helpers/look-after-job';
import { codeOf, valueOf } from '../../helpers/results';

const home = 'eu-central-1';

async function livedIn(...options: Parameters<typeof createLookAfterJob>) {
  const job = createLookAfterJob(...options);
  const samples = job.practice.sampleKeys(home);
  const session = await job.signIn();
  const sampleOf = (name: string) => {
    const found = samples.find((sample) => sample.name === name);
    if (found === undefined) throw new Error(name);
    return found;
  };
  const open = (name: string) => job.verbs.openKey({ session, arn: sampleOf(name).arn });
  return { ...job, session, sampleOf, open };
}

describe('one key', () => {
  it('is read with everything that AWS says of it', async () => {
    const { open, sampleOf } = await livedIn();
    const view = valueOf(await open('current-missing'));
    const { arn, alias, materials } = sampleOf('current-missing');
    expect(view).toMatchObject({
      mode: 'practice',
      accountId: '111122223333',
      partition: 'aws',
      row: {
        arn,
        aliases: [alias?.replace('alias/', '')],
        state: 'PendingImport',
        hadMaterial: 'yes',
        materials: { there: 1, needed: 2 },
      },
      policy: { read: true },
      tags: { read: true },
      lastUse: { read: true },
      grants: { read: true },
    });
    const read = view.materials?.read === true ? view.materials.value : [];
    expect(read.map(({ id }) => id).sort()).toEqual(materials.map(({ id }) => id).sort());
    expect(read.map(({ role, isThere }) => [role, isThere])).toEqual([
      ['CURRENT', false],
      ['NON_CURRENT', true],
    ]);
    expect(view.rotationsLeft).toBe(24);
  });

  it('says whom it lends itself to, and who made each grant', async () => {
    const view = valueOf(await (await livedIn()).open('revoked-with-grants'));
    const grants = view.grants.read ? view.grants.value : [];
    expect(grants.length).toBeGreaterThan(0);
    expect(grants.map(({ issuingAccount }) => issuingAccount)).toContain('222233334444');
    expect(view.policy.read && view.policy.value.statements.length).toBeGreaterThan(0);
  });

  it('has no materials that AWS would tell if it is not symmetric', async () => {
    const job = await livedIn();
    const view = valueOf(await job.open('hmac'));
    expect([view.materials, view.rotationsLeft]).toEqual([undefined, undefined]);
    expect(view.row.materials).toEqual({ there: 1, needed: 1 });
    expect(job.way.sent).not.toContain('ListKeyRotations');
  });

  it('is opened in the Region that it is in, and names the others', async () => {
    const { open, sampleOf, keysAtHand } = await livedIn();
    const view = valueOf(await open('replica'));
    const { region } = sampleOf('replica');
    expect(region).not.toBe(home);
    expect(view.row).toMatchObject({ region, multiRegion: 'replica', state: 'PendingImport' });
    expect(view.otherRegions).toEqual([home]);
    expect(keysAtHand.get(view.key)).toMatchObject({ region, facts: { arn: view.row.arn } });
  });

  it('is kept under its handle as AWS answered, until the job is left', async () => {
    const { open, keysAtHand, forget } = await livedIn();
    const view = valueOf(await open('working'));
    const { policy, materials, aliases, readAt } = keysAtHand.get(view.key) ?? {};
    expect(policy).toBe(view.policy.read ? view.policy.value.json : undefined);
    expect(materials).toEqual(view.materials?.read === true ? view.materials.value : undefined);
    expect([aliases, readAt?.toISOString()]).toEqual([view.row.aliases, view.asOf]);
    forget();
    expect(keysAtHand.size).toBe(0);
  });

  it.each([
    ['kms:GetKeyPolicy', 'policy'],
    ['kms:ListGrants', 'grants'],
    ['kms:ListResourceTags', 'tags'],
    ['kms:GetKeyLastUsage', 'lastUse'],
    ['kms:ListKeyRotations', 'materials'],
  ] as const)('says of a part that %s is denied, and reads the others', async (action, part) => {
    const { open } = await livedIn({ denied: [action] });
    const view = valueOf(await open('working'));
    expect(view[part]).toMatchObject({ read: false, error: { code: 'aws.accessDenied' } });
    const others = [view.policy, view.grants, view.tags, view.lastUse, view.materials];
    expect(others.filter((other) => other?.read === false)).toHaveLength(1);
  });

  it('is read without its aliases, and without what a rotation is at, where these are denied', async () => {
    const { open } = await livedIn({ denied: ['kms:ListAliases', 'kms:GetKeyRotationStatus'] });
    const view = valueOf(await open('working'));
    expect([view.row.aliases, view.rotationStartedAt]).toEqual([[], undefined]);
  });

  it('is refused if it may not be described, is of another origin or account, or no key', async () => {
    const { open, verbs, session, way } = await livedIn();
    expect(codeOf(await open('unreadable'))).toBe('aws.accessDenied');
    expect(codeOf(await open('made-by-aws'))).toBe('key.notImported');
    const openArn = async (arn: string) => codeOf(await verbs.openKey({ session, arn }));
    const before = way.sent.length;
    const id = '1234abcd-12ab-34cd-56ef-1234567890ab';
    expect(await openArn(`arn:aws:kms:${home}:444455556666:key/${id}`)).toBe('key.otherAccount');
    for (const arn of [
      id,
      `arn:aws:kms:${home}:111122223333:alias/orders`,
      `arn:aws:kms:cn-north-1:111122223333:key/${id}`,
      `arn:aws:kms:x.example.com:111122223333:key/${id}`,
      `arn:aws:s3:${home}:111122223333:key/${id}`,
    ]) {
      expect(await openArn(arn)).toBe('kms.invalidArn');
    }
    expect(way.sent).toHaveLength(before);
  });

  it('is read anew each time', async () => {
    const job = createLookAfterJob();
    const arn = await makeKey(job.outside());
    const session = await job.signIn();
    const open = async () => valueOf(await job.verbs.openKey({ session, arn }));
    const first = await open();
    expect(first.row).toMatchObject({ hadMaterial: 'no', materials: { there: 0, needed: 1 } });
    job.way.fail('DescribeKey', { name: 'NotFoundException' });
    expect(codeOf(await job.verbs.openKey({ session, arn }))).toBe('kms.notFound');
    expect((await open()).key).not.toBe(first.key);
  });
});

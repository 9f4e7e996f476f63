import { CreateKeyCommand, ListKeyRotationsCommand } from '@aws-sdk/client-kms';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkValueOf } from '../../../main/vault/check-value';
import { readMaterialDescription } from '../../../main/records/material-description';
import { createBench, shownOf, valueOf } from '../../helpers/ceremony-bench';
import { offlineWork } from '../../helpers/offline-work';
import { heldMaterial, threeShares } from '../../helpers/saved-record';

type Bench = Awaited<ReturnType<typeof createBench>>;

const sealed = { by: 'passphrase', passphrase: 'lockstep marmalade quartz herring violin' } as const;

/** The descriptions of a key's materials, as AWS lists them. */
async function described(bench: Bench, keyArn = ''): Promise<readonly (string | undefined)[]> {
  const { Rotations = [] } = await bench.outside.send(
    new ListKeyRotationsCommand({ KeyId: keyArn, IncludeKeyMaterial: 'ALL_KEY_MATERIAL' }),
  );
  return Rotations.map(({ KeyMaterialDescription }) => KeyMaterialDescription);
}

async function finish(bench: Bench, { package: path, proof }: Awaited<ReturnType<typeof offlineWork>>) {
  const { handle } = shownOf(await bench.readReturnPackage({ files: [path] }));
  const { session } = bench.session.view;
  return valueOf(
    await bench.finishImport({ returned: handle, session, expiry: { kind: 'never' }, transfer: proof }),
  );
}

/** What was sent, call by call. */
const imports = (bench: Bench) =>
  bench.way.bodies('ImportKeyMaterial').map((body) => JSON.parse(body) as Readonly<Record<string, unknown>>);

describe('key material that is imported for the first time', () => {
  it('says its check value and the digest of its sealed copy to AWS', async () => {
    const bench = await createBench();
    const { material, checkValue, folder } = await heldMaterial(bench, sealed);
    const { keyArn } = await bench.create({ material });
    const [description = '', ...others] = await described(bench, keyArn);
    const sha256 = createHash('sha256')
      .update(readFileSync(join(folder, 'copy.age')))
      .digest('hex');
    expect(others).toEqual([]);
    expect(readMaterialDescription(description)).toEqual({
      checkValue,
      kept: { as: 'sealed-copy', fileSha256: sha256.slice(0, 16) },
    });
  });

  it('says the serial of its shares, and no name of a custodian', async () => {
    const bench = await createBench();
    const { material, checkValue } = await heldMaterial(bench, threeShares);
    const { keyArn } = await bench.create({ material, multiRegion: true });
    const [description = ''] = await described(bench, keyArn);
    expect(readMaterialDescription(description)).toMatchObject({ checkValue, kept: { as: 'shares' } });
    expect(description).not.toMatch(/Ada|Grace|Edsger/);
  });

  it('says nothing of a copy that there is none', async () => {
    const bench = await createBench();
    const run = await bench.create();
    const [description] = await described(bench, run.keyArn);
    expect(description).toBe(`Keyferry 1: check value ${run.handOver?.checkValue ?? ''}`);
  });

  it('says the same when it is sent again after a lost answer', async () => {
    const bench = await createBench();
    bench.way.fail('ImportKeyMaterial', 'answer lost');
    await bench.create();
    expect(bench.way.bodies('ImportKeyMaterial')).toHaveLength(2);
    expect(new Set(bench.way.bodies('ImportKeyMaterial')).size).toBe(1);
  });

  it('says the check value of what an offline computer wrapped', async () => {
    const bench = await createBench();
    const work = await offlineWork(bench);
    await finish(bench, work);
    expect(await described(bench, work.keyArn)).toEqual([
      `Keyferry 1: check value ${checkValueOf(work.material)}`,
    ]);
  });
});

describe('the description that key material has', () => {
  it('is left as it is when the material is imported again', async () => {
    const bench = await createBench();
    const work = await offlineWork(bench);
    await finish(bench, work);
    await finish(bench, work);
    expect(imports(bench).map((body) => 'KeyMaterialDescription' in body)).toEqual([true, false]);
    expect(await described(bench, work.keyArn)).toHaveLength(1);
  });

  it('is not sent for a key of a kind that takes none', async () => {
    const bench = await createBench();
    const { KeyMetadata } = await bench.outside.send(
      new CreateKeyCommand({ Origin: 'EXTERNAL', KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' }),
    );
    const work = await offlineWork(bench, 'EXTERNAL', KeyMetadata?.Arn);
    const returned = shownOf(await bench.readReturnPackage({ files: [work.package] })).handle;
    const { session } = bench.session.view;
    const request = { returned, session, expiry: { kind: 'never' }, transfer: work.proof } as const;
    await bench.finishImport(request);
    expect(imports(bench).some((body) => 'KeyMaterialDescription' in body)).toBe(false);
    expect(imports(bench)).not.toEqual([]);
  });
});

import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CreateKeyCommand, DescribeKeyCommand } from '@aws-sdk/client-kms';
import { expect } from 'vitest';
import { parseBundle } from '../../../main/parameters/parse-bundle';
import { wrapKeyMaterial } from '../../../main/vault/wrap';
import { bundleContents } from '../../fixtures/archives/bundle-contents';
import { codeOf, shownOf, valueOf } from '../../helpers/ceremony-bench';
import { notCompared } from '../../helpers/offline-work';
import type { FaultRow } from '../fault-row';
import { beginLife, expectStopped } from '../life';
import { newFolder, type Bench } from '../material-in-shares';

async function keyWithParameters({ outside, session }: Bench) {
  const { KeyMetadata } = await outside.send(new CreateKeyCommand({ Origin: 'EXTERNAL' }));
  const keyId = KeyMetadata?.KeyId ?? '';
  const fetched = await session.kms.getParametersForImport(keyId, 'RSAES_OAEP_SHA_256', 'RSA_2048');
  if (fetched.outcome !== 'done') throw new Error(fetched.error.code);
  return { keyId, ...fetched.value };
}

export const mixedSets: FaultRow = {
  id: 'F-36',
  step: 'Zip',
  fault: 'the key of one set came with the token of another',
  expected:
    'refused where names or the README say so; else AWS notices, and nothing is imported into either key',
  how: async () => {
    const { key, token, keyId } = bundleContents();
    const otherId = '11111111-2222-3333-4444-555555555555';
    const files = [
      { name: `wrappingKey_${keyId}_1123101112`, bytes: key },
      { name: `importToken_${otherId}_1123101112`, bytes: token },
    ];
    expect(codeOf(parseBundle(files))).toBe('bundle.mixedSets');

    const life = await beginLife();
    const { bench } = life;
    const one = await keyWithParameters(bench);
    const other = await keyWithParameters(bench);
    const folder = newFolder();
    const put = (name: string, bytes: Uint8Array): string => {
      writeFileSync(join(folder, name), bytes);
      return join(folder, name);
    };
    const wrapped = wrapKeyMaterial(randomBytes(32), one.publicKey, 'RSAES_OAEP_SHA_256');
    const paths = [put('EncryptedKeyMaterial.bin', wrapped), put('ImportToken.bin', other.importToken)];
    const returned = shownOf(await bench.readReturnPackage({ files: paths }));
    const run = valueOf(
      await bench.finishImport({
        returned: returned.handle,
        session: bench.session.view.session,
        expiry: { kind: 'never' },
        keyId: one.keyId,
        transfer: notCompared,
      }),
    );
    await expectStopped(life, run, { code: 'kms.invalidImportToken', next: 'change-material', keys: 2 });
    for (const KeyId of [one.keyId, other.keyId]) {
      const { KeyMetadata } = await bench.outside.send(new DescribeKeyCommand({ KeyId }));
      expect(KeyMetadata?.KeyState).toBe('PendingImport');
    }
  },
};

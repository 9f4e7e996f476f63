import { CreateKeyCommand } from '@aws-sdk/client-kms';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeReturnPackage } from '../../main/parameters/return-package';
import { validateParameters } from '../../main/parameters/validate-parameters';
import { checkValueOf } from '../../main/vault/check-value';
import { wrapKeyMaterial } from '../../main/vault/wrap';
import { valueOf, type createBench } from './ceremony-bench';

type Bench = Awaited<ReturnType<typeof createBench>>;

/** A key that waits for its material, and what an offline computer made for it, in a folder of its own. */
export async function offlineWork(
  bench: Bench,
  origin: 'EXTERNAL' | 'AWS_KMS' = 'EXTERNAL',
  keyArn?: string,
) {
  const created = await bench.outside.send(new CreateKeyCommand({ Origin: origin }));
  const external = await bench.outside.send(new CreateKeyCommand({ Origin: 'EXTERNAL' }));
  const key = (origin === 'EXTERNAL' ? created : external).KeyMetadata;
  const fetched = await bench.session.kms.getParametersForImport(
    key?.KeyId ?? '',
    'RSAES_OAEP_SHA_256',
    'RSA_2048',
  );
  if (fetched.outcome !== 'done') throw new Error(fetched.error.code);
  const { publicKey, importToken, validTo } = fetched.value;
  const parameters = valueOf(
    validateParameters(
      {
        files: [],
        publicKey,
        importToken,
        validTo,
        fromCli: true,
        keyId: keyArn ?? created.KeyMetadata?.Arn ?? '',
      },
      'cli-json',
      bench.clock.now(),
    ),
  );
  const material = randomBytes(32);
  const encryptedKeyMaterial = wrapKeyMaterial(material, publicKey, 'RSAES_OAEP_SHA_256');
  const folder = mkdtempSync(join(tmpdir(), 'keyferry-returned-'));
  const save = (name: string, bytes: Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };
  return {
    folder,
    keyId: created.KeyMetadata?.KeyId ?? '',
    keyArn: created.KeyMetadata?.Arn ?? '',
    material,
    save,
    package: save(
      'KeyferryReturnPackage.json',
      makeReturnPackage({
        parameters,
        wrappingAlgorithm: 'RSAES_OAEP_SHA_256',
        encryptedKeyMaterial,
        checkValue: checkValueOf(material),
        savedAt: bench.clock.now(),
        appVersion: '0.1.0',
      }),
    ),
    files: [save('EncryptedKeyMaterial.bin', encryptedKeyMaterial), save('ImportToken.bin', importToken)],
  };
}

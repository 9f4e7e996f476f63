import { CreateKeyCommand } from '@aws-sdk/client-kms';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeReturnPackage } from '../../main/parameters/return-package';
import { transferCodeOf } from '../../main/parameters/transfer-code';
import { validateParameters } from '../../main/parameters/validate-parameters';
import { notComparedConfirmation, type TransferProof } from '../../main/shared/transfer-code';
import { checkValueOf } from '../../main/vault/check-value';
import { wrapKeyMaterial } from '../../main/vault/wrap';
import { shownOf, valueOf, type createBench } from './ceremony-bench';

/** For files without a transfer code. */
export const notCompared: TransferProof = { by: 'not-compared', confirmation: notComparedConfirmation };

type Bench = Awaited<ReturnType<typeof createBench>>;

/** A key that waits for its material, and a folder with what an offline computer made for it. */
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
  const packageOf = (wrapped: Uint8Array, checkValue: string): Uint8Array =>
    makeReturnPackage({
      parameters,
      wrappingAlgorithm: 'RSAES_OAEP_SHA_256',
      encryptedKeyMaterial: wrapped,
      checkValue,
      savedAt: bench.clock.now(),
      appVersion: '0.1.0',
    });
  const codeOf = (wrapped: Uint8Array, checkValue: string): string =>
    transferCodeOf({
      encryptedKeyMaterial: wrapped,
      importToken,
      keyId: parameters.keyId ?? '',
      wrappingKeySha256: parameters.fingerprint.hex,
      isNew: false,
      checkValue,
    });
  /** What an attacker on the way, who knows how Keyferry works, can make from the public files. */
  const forge = () => {
    const own = randomBytes(32);
    const wrapped = wrapKeyMaterial(own, publicKey, 'RSAES_OAEP_SHA_256');
    return { bytes: packageOf(wrapped, checkValueOf(own)), code: codeOf(wrapped, checkValueOf(own)) };
  };
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
    package: save('KeyferryReturnPackage.json', packageOf(encryptedKeyMaterial, checkValueOf(material))),
    forge,
    proof: { by: 'code', code: codeOf(encryptedKeyMaterial, checkValueOf(material)) } as TransferProof,
    files: [save('EncryptedKeyMaterial.bin', encryptedKeyMaterial), save('ImportToken.bin', importToken)],
  };
}

/** With the transfer code where there is one, and with the confirmation where there is none. */
export async function finishOffline(
  bench: Bench,
  { proof }: Pick<Awaited<ReturnType<typeof offlineWork>>, 'proof'>,
  paths: readonly string[],
  keyId?: string,
  session = bench.session,
) {
  const returned = shownOf(await bench.readReturnPackage({ files: paths }));
  return await bench.finishImport({
    returned: returned.handle,
    session: session.view.session,
    expiry: { kind: 'never' },
    transfer: returned.hasTransferCode ? proof : notCompared,
    ...(keyId === undefined ? {} : { keyId }),
  });
}

import { randomBytes } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openParameters } from '../../main/jobs/open-parameters';
import { makeReturnPackage } from '../../main/parameters/return-package';
import { transferCodeOf } from '../../main/parameters/transfer-code';
import type { TransferProof } from '../../main/shared/transfer-code';
import { definedOnly } from '../../main/shared/defined-only';
import { checkValueOf } from '../../main/vault/check-value';
import { wrapKeyMaterial } from '../../main/vault/wrap';
import { openedKey } from './again-work';
import type { createBench } from './ceremony-bench';
import { valueOf } from './results';

type Bench = Awaited<ReturnType<typeof createBench>>;

/** Import parameters of the key as its page saves them. @returns the path of the zip file */
export async function savedParameters(bench: Bench, keyArn: string, rotates = true): Promise<string> {
  const path = join(mkdtempSync(join(tmpdir(), 'keyferry-stick-')), 'ImportParameters.zip');
  bench.saveAs(path);
  const { key } = await openedKey(bench, keyArn);
  valueOf(await bench.saveFreshParameters({ key, session: bench.session.view.session, rotates }));
  return path;
}

/** The same as an offline computer reads them. */
export async function freshParameters(bench: Bench, keyArn: string, rotates = true) {
  const path = await savedParameters(bench, keyArn, rotates);
  return valueOf(await openParameters([path], bench.clock.now())).parameters;
}

/** What an offline computer returns for such parameters. */
export async function returnedFor(bench: Bench, keyArn: string, material = randomBytes(32), rotates = true) {
  const parameters = await freshParameters(bench, keyArn, rotates);
  const wrappingAlgorithm = 'RSAES_OAEP_SHA_256';
  const encryptedKeyMaterial = wrapKeyMaterial(material, parameters.wrappingKey.spkiDer, wrappingAlgorithm);
  const checkValue = checkValueOf(material);
  const made = makeReturnPackage({
    parameters,
    wrappingAlgorithm,
    encryptedKeyMaterial,
    checkValue,
    savedAt: bench.clock.now(),
    appVersion: '0.1.0',
  });
  const path = join(mkdtempSync(join(tmpdir(), 'keyferry-returned-')), 'KeyferryReturnPackage.json');
  writeFileSync(path, made);
  const proof: TransferProof = {
    by: 'code',
    code: transferCodeOf({
      encryptedKeyMaterial,
      importToken: parameters.importToken,
      wrappingKeySha256: parameters.fingerprint.hex,
      checkValue,
      isNew: rotates,
      ...definedOnly({ keyId: parameters.keyId }),
    }),
  };
  return { path, proof, checkValue, material };
}

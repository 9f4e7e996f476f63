import { readBack, saveFiles } from '../../platform/files/save-files';
import { fileNames } from '../../shared/file-names';
import type { WrapStage } from '../../shared/progress';
import { ok, type Result } from '../../shared/result';
import { checkValueOf } from '../check-value';
import type { Wrapped, WrapRequest } from '../messages';
import type { Obtained } from './obtain-material';
import type { Secret } from '../secret';
import { wrapKeyMaterial } from '../wrap';

/** Runs one stage of the checklist, and reports its progress. */
export type RunStage = <T>(name: WrapStage, run: () => Result<T> | Promise<Result<T>>) => Promise<Result<T>>;

/**
 * Tests the wrapping, then obtains the material and wraps it. The material is wiped before this returns.
 *
 * Errors: wrap.selfTestFailed, those of `obtain`, and save.* when the clear key material is saved as well.
 */
export async function wrapMaterial(
  request: WrapRequest,
  obtain: () => Result<Obtained> | Promise<Result<Obtained>>,
  stage: RunStage,
  test: () => Result<null>,
): Promise<Result<Wrapped>> {
  const tested = await stage('self-test', test);
  if (!tested.ok) return tested;
  const obtained = await stage('material', obtain);
  if (!obtained.ok) return obtained;
  const { secret, material } = obtained.value;
  try {
    const under = (spkiDer: Uint8Array): Uint8Array =>
      secret.use((bytes) => wrapKeyMaterial(bytes, spkiDer, request.wrappingAlgorithm));
    const wrapped = await stage('wrap', () =>
      ok({
        encryptedKeyMaterial: under(request.spkiDer),
        ...(request.alsoUnder && { also: request.alsoUnder.map(under) }),
      }),
    );
    if (!wrapped.ok) return wrapped;
    if (request.plaintextFolder !== undefined) {
      const exported = await exportPlaintext(secret, request.plaintextFolder);
      if (!exported.ok) return exported;
    }
    return ok({
      ...wrapped.value,
      material,
      checkValue: secret.use(checkValueOf),
    });
  } finally {
    secret.wipe();
  }
}

async function exportPlaintext(secret: Secret, folder: string): Promise<Result<null>> {
  return await secret.use(async (bytes) => {
    const file = { name: fileNames.plaintextKeyMaterial, bytes };
    const saved = await saveFiles(folder, [file]);
    return saved.ok ? await readBack(folder, [file]) : saved;
  });
}

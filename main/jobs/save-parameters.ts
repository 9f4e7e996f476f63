import type { KmsPort } from '../aws/kms-port';
import type { ForRotation } from '../parameters/for-rotation';
import { saveOneFile } from '../platform/files/save-one-file';
import type { SavedFiles } from '../platform/files/saved-files';
import type { WrappingAlgorithm, WrappingKeySpec } from '../shared/kms-words';
import { err, type Result } from '../shared/result';
import type { SavedOneView } from '../shared/views/saved';
import type { Picked } from '../shared/contract';

export interface WantedParameters {
  readonly kms: Pick<KmsPort, 'getParametersForImport'>;
  /** Or its ARN. */
  readonly keyId: string;
  readonly wrappingAlgorithm: WrappingAlgorithm;
  readonly wrappingKeySpec: WrappingKeySpec;
  readonly forRotation?: ForRotation;
}

/** Import parameters of a key, in the form in which the AWS console gives them. Errors: GetParametersForImport's, save.*. */
export async function saveParameters(
  { kms, ...wanted }: WantedParameters,
  path: string,
  savedFiles: Pick<SavedFiles, 'keep'>,
): Promise<Result<Extract<Picked<SavedOneView>, { picked: true }>>> {
  const { keyId, wrappingAlgorithm, wrappingKeySpec } = wanted;
  const fetched = await kms.getParametersForImport(keyId, wrappingAlgorithm, wrappingKeySpec);
  if (fetched.outcome !== 'done') return err(fetched.error);
  const { packParameters } = await import('../parameters/archive/pack-parameters');
  const zip = await packParameters({ ...fetched.value, ...wanted });
  return await saveOneFile(path, zip, savedFiles);
}

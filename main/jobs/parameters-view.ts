import type { ImportParameters } from '../parameters/import-parameters';
import { isPracticeImportToken } from '../parameters/practice-import-token';
import { definedOnly } from '../shared/defined-only';
import type { ParametersView } from '../shared/views/app';

/** What the page may know of import parameters: neither the token nor the key itself. */
export function parametersView(handle: string, parameters: ImportParameters): ParametersView {
  const { form, files, wrappingKey, fingerprint, tokenLooksFamiliar, keyArn } = parameters;
  return {
    handle,
    form,
    files,
    wrappingKeySpec: wrappingKey.spec,
    fingerprint,
    tokenLooksFamiliar,
    ...definedOnly({
      practice: isPracticeImportToken(parameters.importToken) ? (true as const) : undefined,
      forRotation: parameters.forRotation && (true as const),
      keyId: parameters.keyId,
      keyArn: keyArn?.arn,
      region: keyArn?.region,
      accountId: keyArn?.accountId,
      wrappingAlgorithm: parameters.wrappingAlgorithm,
      validTo: parameters.validTo?.toISOString(),
    }),
  };
}

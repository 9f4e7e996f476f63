import type { SymmetricImport } from '../aws/kms-port';
import { copyNameOf, writeMaterialDescription } from '../records/material-description';
import { definedOnly } from '../shared/defined-only';
import type { ImportRun } from './run';

/**
 * What the import says besides, of a symmetric key; undefined where there is nothing to say.
 *
 * A description is written with the first material of a key, and never over one that is there. Of a multi-Region key,
 * AWS takes it from the primary only. Source: AWS KMS API Reference, ImportKeyMaterial.
 */
export function symmetricImportOf(run: ImportRun): SymmetricImport | undefined {
  const checkValue = run.ready?.checkValue;
  if (checkValue === undefined) return undefined;
  switch (run.kind) {
    // The key is made as a symmetric key, and as the primary where it is a multi-Region key.
    case 'create': {
      const kept = copyNameOf(run.custody);
      return { description: writeMaterialDescription({ checkValue, ...definedOnly({ kept }) }) };
    }
    case 'finish': {
      const { keySpec, multiRegion: mayBeReplica, currentKeyMaterialId } = run.before;
      const hadMaterial = currentKeyMaterialId !== undefined;
      if (keySpec !== 'SYMMETRIC_DEFAULT') return undefined;
      if (hadMaterial) return { importType: 'EXISTING_KEY_MATERIAL' };
      if (mayBeReplica) return undefined;
      // Only the offline computer knows which copy there is.
      return { description: writeMaterialDescription({ checkValue }) };
    }
    case 'rotate': {
      const { newMaterialId: keyMaterialId, custody } = run;
      if (keyMaterialId !== undefined) return { importType: 'EXISTING_KEY_MATERIAL', keyMaterialId };
      const description = writeMaterialDescription({
        checkValue,
        ...definedOnly({ kept: copyNameOf(custody) }),
      });
      return { importType: 'NEW_KEY_MATERIAL', description };
    }
    // AWS derives the ID from the key and the bytes, and compares before it accepts them.
    case 'reimport':
      return run.before.keySpec === 'SYMMETRIC_DEFAULT'
        ? {
            importType: 'EXISTING_KEY_MATERIAL',
            ...definedOnly({ keyMaterialId: run.target?.keyMaterialId }),
          }
        : undefined;
  }
}

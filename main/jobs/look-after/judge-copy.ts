import { parseArn } from '../../aws/arn';
import type { OpenKey } from '../../run/open-key';
import { definedOnly } from '../../shared/defined-only';
import type { CopyVerdict } from '../../shared/views/copy-match';
import type { CopyKey } from '../../shared/views/custody';
import type { KeyMaterialView } from '../../shared/views/keys';

/** What a document says by itself. */
export interface CopySays {
  readonly key: Pick<CopyKey, 'keyArn' | 'keyId' | 'keyMaterialId' | 'ceremony'>;
  /** Absent where the document does not say whether it is practice. */
  readonly practice?: boolean;
  readonly checkValue?: string;
  /** Of shares. */
  readonly serial?: string;
  /** Of a sealed copy as it is, 64 hex digits. */
  readonly sha256?: string;
  /** Of a sealed copy: what it opens with. */
  readonly opensWith?: 'passphrase' | 'recipients';
}

/**
 * Compares what a document says with what AWS says of a key. What tells the material comes before what names the key:
 * the same material may have been imported into a key that came later.
 *
 * SECURITY: both sides may lie. Whoever has a document can write into it, and whoever may import into the key can write
 * the description that AWS keeps with its material. The verdict helps to choose a copy; nothing is imported for it.
 */
export function judgeCopy(says: CopySays, key: OpenKey): CopyVerdict {
  if (says.practice !== undefined && says.practice !== (key.mode === 'practice')) return { is: 'other-mode' };
  const named = namedKey(says.key, key);
  const { materials = [] } = key;
  const madeFor = named === 'other' ? says.key.keyArn : undefined;
  for (const [by, is] of signs(says)) {
    const found = materials.find(is);
    if (found) return { is: 'this', by, materialId: found.id, ...definedOnly({ madeFor }) };
  }
  // Every material has a description of ours, and it is none of these; or AWS knows no such material of the key.
  const isNone =
    (says.checkValue !== undefined && materials.length > 0 && materials.every(({ copy }) => copy)) ||
    (says.key.keyMaterialId !== undefined && key.materials !== undefined);
  if (named === 'this') {
    if (isNone) return { is: 'no-material' };
    const [only, ...others] = materials;
    return { is: 'this', by: 'key', ...(only && others.length === 0 ? { materialId: only.id } : {}) };
  }
  if (named === 'other') return { is: 'other', ...definedOnly({ keyArn: says.key.keyArn }) };
  if (isNone) return { is: 'other' };
  return { is: 'unknown', why: says.opensWith ?? 'says-too-little' };
}

type By = Extract<CopyVerdict, { is: 'this' }>['by'];

/** By what a material is known again, the surest first. */
function signs({
  key,
  checkValue,
  serial,
  sha256,
}: CopySays): readonly [By, (material: KeyMaterialView) => boolean][] {
  return [
    ['material-id', ({ id }) => id === key.keyMaterialId],
    ['check-value', ({ copy }) => checkValue !== undefined && copy?.checkValue === checkValue],
    ['serial', ({ copy }) => copy?.kept?.as === 'shares' && copy.kept.serial === serial],
    [
      'file',
      ({ copy }) => copy?.kept?.as === 'sealed-copy' && sha256?.startsWith(copy.kept.fileSha256) === true,
    ],
  ];
}

/** Whether the document names this key. A ceremony that is another one tells nothing: keys may share a material. */
function namedKey({ keyArn, keyId, ceremony }: CopySays['key'], key: OpenKey): 'this' | 'other' | 'none' {
  const { facts } = key;
  if (keyArn !== undefined) {
    return keyArn === facts.arn || isRelated(keyArn, key) ? 'this' : 'other';
  }
  if (keyId !== undefined) return keyId === facts.keyId ? 'this' : 'other';
  return ceremony !== undefined && ceremony === key.ceremony ? 'this' : 'none';
}

/** A multi-Region key has the same material, with the same id, in every Region. */
function isRelated(keyArn: string, { facts, accountId }: OpenKey): boolean {
  const parts = parseArn(keyArn);
  const isSame = parts?.resource === `key/${facts.keyId}` && parts.accountId === accountId;
  return isSame && facts.multiRegion;
}

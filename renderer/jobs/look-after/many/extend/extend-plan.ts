import { offerOf } from '../../../../../main/shared/acts-by-state';
import type { AppError } from '../../../../../main/shared/errors';
import { isPermanent } from '../../../../../main/shared/rotation';
import type { Expiry } from '../../../../../main/shared/views/aws';
import type { CopyOf } from '../../../../../main/shared/views/copy-match';
import type { KeyMaterialView, KeyRow, KeyView } from '../../../../../main/shared/views/keys';
import type { Alone } from '../../../../words/look-after/many-extend';

/** A chosen key as AWS answers it now, or why it does not. */
export type ReadKey = { readonly view: KeyView } | { readonly error: AppError };

/** A sealed copy of the folder; `of`: the keys that it belongs to, as far as that is known. */
export interface CopyAtHand {
  /** Handle. */
  readonly copy: string;
  readonly file: string;
  readonly of: readonly CopyOf[];
  /** Whether opening it may show that it belongs to another one of them. */
  readonly mayBeOfOthers: boolean;
  readonly isOpened: boolean;
}

/** Why the material of a key is left alone. */
export type LeftAlone = Alone | 'not-read';

/** One material of one of the keys. */
export interface MaterialToExtend {
  /** Names it among the others. */
  readonly id: string;
  /** As it was read last. */
  readonly row: KeyRow;
  /** Handle of the open key; absent where it could not be read. */
  readonly key?: string;
  /** Absent where AWS does not list the key's materials: it has one. */
  readonly material?: KeyMaterialView;
  readonly validTo?: string;
  /** The copy that belongs to it. */
  readonly copy?: CopyAtHand;
  /** Undefined where it can be extended: its copy was opened, and holds it. */
  readonly why?: LeftAlone;
  /** Where the key could not be read. */
  readonly error?: AppError;
}

/** What of it is worth opening a copy for. */
export interface Wanted {
  /** Undefined while no date is chosen that AWS accepts. */
  readonly expiry: Expiry | undefined;
  /** Undefined while no folder is chosen. */
  readonly copies: readonly CopyAtHand[] | undefined;
}

/** What would become of each material of the chosen keys. A key that is still being read has no line. */
export function planOf(
  rows: readonly KeyRow[],
  keys: ReadonlyMap<string, ReadKey>,
  wanted: Wanted,
): readonly MaterialToExtend[] {
  return rows.flatMap((row) => {
    const read = keys.get(row.arn);
    if (read === undefined) return [];
    return 'error' in read
      ? [{ id: row.arn, row, why: 'not-read', error: read.error }]
      : linesOf(read.view, wanted);
  });
}

function linesOf({ key, row, materials }: KeyView, wanted: Wanted): readonly MaterialToExtend[] {
  const listed = materials?.read === true ? materials.value.filter(isPermanent) : [];
  const hindrance = hindranceOf(row);
  // Several lines say nothing more of a key that is left alone as a whole.
  if (hindrance !== undefined || listed.length === 0) {
    const { validTo } = row;
    const line = { id: row.arn, row, key, ...(validTo === undefined ? {} : { validTo }) };
    return [hindrance === undefined ? withCopy(line, wanted, 1) : { ...line, why: hindrance }];
  }
  return listed.map((material) => {
    const { id, validTo } = material;
    const line = {
      id: `${row.arn} ${id}`,
      row,
      key,
      material,
      ...(validTo === undefined ? {} : { validTo }),
    };
    return withCopy(line, wanted, listed.length);
  });
}

function hindranceOf(row: KeyRow): LeftAlone | undefined {
  const offer = offerOf('extend', row);
  if (offer === undefined) return row.state === 'PendingImport' ? 'not-there' : 'unknown-state';
  if (!offer.offered) return offer.because;
  return row.unfinished === undefined ? undefined : 'unfinished';
}

type Line = Pick<MaterialToExtend, 'id' | 'row' | 'key' | 'material' | 'validTo'>;

/** @param count of the key's materials */
function withCopy(line: Line, { expiry, copies }: Wanted, count: number): MaterialToExtend {
  const { key, material, validTo } = line;
  if (validTo === undefined) return { ...line, why: 'never-expires' };
  if (expiry?.kind === 'on' && expiry.validTo <= validTo) return { ...line, why: 'not-later' };
  if (copies === undefined) return { ...line, why: 'no-folder' };
  const ofKey = (copy: CopyAtHand) => copy.of.filter((one) => one.key === key);
  const fits = copies.filter((copy) =>
    ofKey(copy).some(({ materialId }) =>
      materialId === undefined || material === undefined ? count === 1 : materialId === material.id,
    ),
  );
  const [first] = fits;
  const copy = fits.find(({ isOpened }) => isOpened) ?? first;
  if (copy !== undefined) return { ...line, copy, ...(copy.isOpened ? {} : { why: 'not-opened' as const }) };
  if (copies.some(({ isOpened, mayBeOfOthers }) => !isOpened && mayBeOfOthers))
    return { ...line, why: 'maybe-unopened' };
  const isUnclear = copies.some((one) => ofKey(one).some(({ materialId }) => materialId === undefined));
  return { ...line, why: isUnclear ? 'which-material' : 'no-copy' };
}

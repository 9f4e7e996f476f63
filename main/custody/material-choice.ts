import { noCopyConfirmation, newKeyConfirmation, type CustodyView } from '../shared/views/custody';
import { definedOnly } from '../shared/defined-only';
import { localError } from '../shared/errors';
import { hashOf, type WrappingAlgorithm } from '../shared/kms-words';
import { forbids } from '../shared/organisation-forbids';
import { err, ok, type Result } from '../shared/result';
import type { OrganisationSettings } from '../shared/views/organisation';
import type { SavedView } from '../shared/views/saved';
import type { FoundMaterial, MaterialChoice } from '../shared/views/app';
import type { WrapRequest, Wrapped } from '../vault/messages';
import type { OnStage, VaultClient } from '../vault/vault-client';
import { custodyOf, type HeldMaterial } from './held-material';
import type { MaterialFiles, PickedMaterial } from './material-files';

/** Material that may be used: a copy of it was opened, or a person confirmed that there is no copy. */
export type ChosenMaterial = (
  | { readonly from: 'held'; readonly held: HeldMaterial }
  | { readonly from: 'generate'; readonly lengthBytes: 32 | 16 }
  | { readonly from: 'file'; readonly file: PickedMaterial }
) & {
  /** Whether the organisation lets nothing be wrapped with SHA-1. */
  readonly sha1Forbidden?: true;
};

/**
 * SECURITY: the gate of custody. Nothing else makes a ChosenMaterial, and nothing is wrapped without one.
 *
 * Errors: copy.notConfirmed, copy.gone, material.gone, organisation.forbids.
 */
export function materialOf(
  choice: MaterialChoice,
  files: Pick<MaterialFiles, 'find'>,
  findHeld: (handle: string) => HeldMaterial | undefined,
  { copyRequired, sha1Forbidden }: OrganisationSettings,
): Result<ChosenMaterial> {
  const ruled = sha1Forbidden === true ? ({ sha1Forbidden } as const) : {};
  if (choice.from === 'held') {
    const held = findHeld(choice.handle);
    return held ? ok({ from: 'held', held, ...ruled }) : err(localError('custody', 'copy.gone'));
  }
  if (copyRequired === true) return forbids('custody', 'copyRequired');
  if (choice.confirmation.trim().toLowerCase() !== noCopyConfirmation) {
    return err(localError('custody', 'copy.notConfirmed'));
  }
  if (choice.from === 'generate') return ok({ from: 'generate', lengthBytes: choice.lengthBytes, ...ruled });
  const file = files.find(choice.handle);
  return file ? ok({ from: 'file', file, ...ruled }) : err(localError('material', 'material.gone'));
}

export function factsOf(chosen: ChosenMaterial): FoundMaterial {
  switch (chosen.from) {
    case 'held':
      return chosen.held.view.material;
    case 'generate':
      return { kind: 'symmetric', lengthBytes: chosen.lengthBytes };
    case 'file':
      return chosen.file.inspected;
  }
}

export const custodyOfChosen = (chosen: ChosenMaterial): CustodyView =>
  chosen.from === 'held' ? custodyOf(chosen.held.view) : { kept: 'none' };

export function sourceOf(chosen: ChosenMaterial): SavedView['source'] {
  if (chosen.from === 'held') return chosen.held.view.source;
  return chosen.from === 'file' ? 'file' : 'generated';
}

/**
 * SECURITY: key material that was restored was made for another key, which may exist. A new key of it is made only where
 * somebody typed that they want one. Error: copy.forOtherKey.
 */
export function forNewKey(chosen: ChosenMaterial, choice: MaterialChoice): Result<'first' | 'again'> {
  if (sourceOf(chosen) !== 'restored') return ok('first');
  const typed = choice.confirmation?.trim().toLowerCase();
  return typed === newKeyConfirmation ? ok('again') : err(localError('custody', 'copy.forOtherKey'));
}

/** Whether it came from a copy that anybody could have made, and nobody had its check value. */
export const isNotCompared = (chosen: ChosenMaterial): boolean =>
  chosen.from === 'held' && chosen.held.view.notCompared === true;

/** The check value of the copy, if there is one. */
export const copyCheckValueOf = (chosen: ChosenMaterial): string | undefined =>
  chosen.from === 'held' ? chosen.held.view.copy.checkValue : undefined;

/** What the records say of the material. */
export type MadeOf = { readonly source: SavedView['source'] } & FoundMaterial;

export const madeOf = (chosen: ChosenMaterial): MadeOf => {
  const { kind, lengthBytes, keyName } = factsOf(chosen);
  return { source: sourceOf(chosen), kind, lengthBytes, ...definedOnly({ keyName }) };
};

/**
 * Starts the vault in which wrapChosen will wrap, unless there is one that holds the material.
 *
 * @returns to be called once that has happened, or will not.
 */
export function prepareWrap(
  chosen: ChosenMaterial,
  vault: Pick<VaultClient, 'prepareWrap'>,
  wrappingAlgorithm: WrappingAlgorithm,
): () => Promise<void> {
  if (chosen.from === 'held') return () => Promise.resolve();
  return vault.prepareWrap({ wrappingAlgorithm, materialLength: factsOf(chosen).lengthBytes });
}

/**
 * Wraps in the vault that holds the material, or in one that obtains it.
 *
 * Errors: the vault's, copy.released, organisation.forbids.
 */
export async function wrapChosen(
  chosen: ChosenMaterial,
  vault: Pick<VaultClient, 'wrap'>,
  request: Omit<WrapRequest, 'source' | 'materialLength' | 'kind'>,
  onStage: OnStage,
): Promise<Result<Wrapped>> {
  if (chosen.sha1Forbidden && hashOf(request.wrappingAlgorithm) === 'sha1') {
    return forbids('wrap', 'sha1Forbidden');
  }
  const wrap = { ...request, kind: 'wrap', materialLength: factsOf(chosen).lengthBytes } as const;
  if (chosen.from === 'held') return chosen.held.wrap(wrap, onStage);
  const source =
    chosen.from === 'file'
      ? { from: chosen.from, file: chosen.file, tag: chosen.file.inspected.tag }
      : { from: chosen.from, lengthBytes: chosen.lengthBytes };
  return vault.wrap({ ...wrap, source }, onStage);
}

import { againFit } from '../../custody/copy-purpose';
import { copyCheckValueOf } from '../../custody/material-choice';
import type { ForRotation } from '../../parameters/for-rotation';
import type { Dialogs } from '../../platform/dialogs';
import type { SavedFiles } from '../../platform/files/saved-files';
import { chooseTarget } from '../../run/again-target';
import { keyNow, type KeyNow } from '../../run/key-now';
import type { OpenKey } from '../../run/open-key';
import { rotatable } from '../../run/rotatable';
import { rowsOf } from '../../run/recipe';
import { reimport as recipe } from '../../run/recipes/reimport';
import type { Picked, RequestOf, RunView } from '../../shared/contract';
import { definedOnly } from '../../shared/defined-only';
import { fileNamed, inFileName } from '../../shared/file-names';
import { ok, type Result } from '../../shared/result';
import { without } from '../../shared/without';
import type { SavedOneView } from '../../shared/views/saved';
import { saveParameters } from '../save-parameters';
import { materialForKey, runWithMaterial, type MaterialForKeyPorts } from './material-for-key';
import { findOpenedKey } from './opened-key';

export interface ImportAgainPorts extends MaterialForKeyPorts {
  readonly dialogs: Pick<Dialogs, 'pickParametersFile'>;
  readonly savedFiles: Pick<SavedFiles, 'keep'>;
}

/** Material that a key has, or had: brought back, or given another expiry; from its copy, or by way of an offline computer. */
export function createImportAgain(ports: ImportAgainPorts) {
  /**
   * Errors: those of materialForKey, keyNow and chooseTarget. Nothing is changed before the run begins.
   */
  async function importAgain(request: RequestOf<'importAgain'>): Promise<Result<RunView>> {
    const begun = materialForKey(ports, request);
    if (!begun.ok) return begun;
    const { open, session, material } = begun.value;
    const now = await keyNow(open, session);
    if (!now.ok) return now;
    const target = chooseTarget(now.value.materials, copyCheckValueOf(material));
    if (!target.ok) return target;
    const { facts, materials, policy } = now.value;
    return await ports.runs.start(
      {
        kind: 'reimport',
        ...runWithMaterial(ports, begun.value, facts, rowsOf(recipe)),
        aim: aimOf(now.value, target.value?.isThere),
        expiry: request.expiry,
        ...definedOnly({
          target: target.value?.target,
          policyBefore: policy,
          materials: materials?.map((known) => without(known, 'checkValue')),
        }),
      },
      session,
    );
  }

  /** Errors: those of findOpenedKey, rotatable and GetParametersForImport; save.*. */
  async function saveFreshParameters(
    request: RequestOf<'saveFreshParameters'>,
  ): Promise<Result<Picked<SavedOneView>>> {
    const found = findOpenedKey(ports, request);
    if (!found.ok) return found;
    const { open, session } = found.value;
    const { arn, keySpec } = open.facts;
    const isReady = request.rotates ? await rotatable(arn, session) : ok(null);
    if (!isReady.ok) return isReady;
    const path = await ports.dialogs.pickParametersFile(fileName(open));
    if (path === undefined) return ok({ picked: false });
    // By its ARN, so that the return package says which Region and account it belongs to.
    return await saveParameters(
      {
        kms: session.kms,
        keyId: arn,
        ...againFit(keySpec),
        ...(request.rotates && { forRotation: forRotationOf(open) }),
      },
      path,
      ports.savedFiles,
    );
  }

  return { verbs: { importAgain, saveFreshParameters } };
}

/** @param isThere of the material, where it is known which one it is. */
function aimOf({ facts }: KeyNow, isThere: boolean | undefined): 'bring-back' | 'extend' {
  return (isThere ?? facts.state !== 'PendingImport') ? 'extend' : 'bring-back';
}

const forRotationOf = ({ materials = [] }: OpenKey): ForRotation => ({
  formerCheckValues: materials.flatMap(({ copy }) => copy?.checkValue ?? []),
});

function fileName({ mode, aliases, facts }: OpenKey): string {
  return fileNamed(`ImportParameters ${inFileName(aliases[0] ?? facts.keyId)}.zip`, mode === 'practice');
}

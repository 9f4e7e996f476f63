import { checkExpiry } from '../../aws/check-key';
import { againFit } from '../../custody/copy-purpose';
import type { Custody } from '../../custody/custody';
import { copyCheckValueOf, custodyOfChosen, madeOf } from '../../custody/material-choice';
import type { Dialogs } from '../../platform/dialogs';
import type { SavedFiles } from '../../platform/files/saved-files';
import { chooseTarget } from '../../run/again-target';
import { awsClock, type Clock } from '../../run/calls';
import { keyNow, type KeyNow } from '../../run/key-now';
import type { OpenKey } from '../../run/open-key';
import { rowsOf } from '../../run/recipe';
import { reimport as recipe } from '../../run/recipes/reimport';
import { newRun } from '../../run/run';
import { noNotes } from '../../run/run-notes';
import type { Runs } from '../../run/runs';
import type { Picked, RequestOf, RunView } from '../../shared/contract';
import { definedOnly } from '../../shared/defined-only';
import { localError } from '../../shared/errors';
import { fileNamed, inFileName } from '../../shared/file-names';
import { err, ok, type Result } from '../../shared/result';
import { without } from '../../shared/without';
import type { SavedOneView } from '../../shared/views/saved';
import { saveParameters } from '../save-parameters';
import { materialHeld } from './material-held';
import { findOpenedKey, type OpenedKeyPorts } from './opened-key';

export interface ImportAgainPorts extends OpenedKeyPorts {
  readonly clock: Clock;
  readonly custody: Pick<Custody, 'materialOf'>;
  readonly runs: Pick<Runs, 'start' | 'isBusy'>;
  readonly dialogs: Pick<Dialogs, 'pickParametersFile'>;
  readonly savedFiles: Pick<SavedFiles, 'keep'>;
}

/** Material that a key has, or had: brought back, or given another expiry; from its copy, or by way of an offline computer. */
export function createImportAgain(ports: ImportAgainPorts) {
  /**
   * Errors: those of findOpenedKey, materialHeld, keyNow and chooseTarget; job.busy, key.expiry. Nothing is changed before the
   * run begins.
   */
  async function importAgain(request: RequestOf<'importAgain'>): Promise<Result<RunView>> {
    const found = findOpenedKey(ports, request);
    if (!found.ok) return found;
    if (ports.runs.isBusy()) return err(localError('run', 'job.busy', undefined, 'check-first'));
    const { open, session } = found.value;
    const expiry = checkExpiry(request.expiry, awsClock(ports.clock, session).now());
    if (!expiry.ok) return expiry;
    const material = materialHeld(ports.custody, request.held, open);
    if (!material.ok) return material;
    const now = await keyNow(open, session);
    if (!now.ok) return now;
    const checkValue = copyCheckValueOf(material.value);
    const target = chooseTarget(now.value.materials, checkValue);
    if (!target.ok) return target;
    const { facts, materials, policy } = now.value;
    return await ports.runs.start(
      {
        kind: 'reimport',
        ...newRun(session, ports.clock.now(), rowsOf(recipe)),
        aim: aimOf(now.value, target.value?.isThere),
        expiry: request.expiry,
        key: facts,
        before: facts,
        fit: againFit(facts.keySpec),
        material: material.value,
        custody: custodyOfChosen(material.value),
        notes: { ...noNotes(), madeOf: madeOf(material.value) },
        ...definedOnly({
          alias: open.aliases[0],
          target: target.value?.target,
          policyBefore: policy,
          copyCheckValue: checkValue,
          materials: materials?.map((material) => without(material, 'checkValue')),
        }),
      },
      session,
    );
  }

  /** Errors: those of findOpenedKey and of GetParametersForImport, save.*. */
  async function saveFreshParameters(
    request: RequestOf<'saveFreshParameters'>,
  ): Promise<Result<Picked<SavedOneView>>> {
    const found = findOpenedKey(ports, request);
    if (!found.ok) return found;
    const { open, session } = found.value;
    const { keyId, keySpec } = open.facts;
    const path = await ports.dialogs.pickParametersFile(fileName(open));
    if (path === undefined) return ok({ picked: false });
    return await saveParameters({ kms: session.kms, keyId, ...againFit(keySpec) }, path, ports.savedFiles);
  }

  return { verbs: { importAgain, saveFreshParameters } };
}

/** @param isThere of the material, where it is known which one it is. */
function aimOf({ facts }: KeyNow, isThere: boolean | undefined): 'bring-back' | 'extend' {
  return (isThere ?? facts.state !== 'PendingImport') ? 'extend' : 'bring-back';
}

function fileName({ mode, aliases, facts }: OpenKey): string {
  return fileNamed(`ImportParameters ${inFileName(aliases[0] ?? facts.keyId)}.zip`, mode === 'practice');
}

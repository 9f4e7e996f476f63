import { checkExpiry } from '../../aws/check-key';
import type { AwsSession } from '../../aws/session';
import { againFit } from '../../custody/copy-purpose';
import type { Custody } from '../../custody/custody';
import {
  copyCheckValueOf,
  custodyOfChosen,
  madeOf,
  type ChosenMaterial,
} from '../../custody/material-choice';
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

export interface ImportAgainPorts {
  readonly clock: Clock;
  readonly keysAtHand: ReadonlyMap<string, OpenKey>;
  readonly findSession: (handle: string) => AwsSession | undefined;
  readonly custody: Pick<Custody, 'materialOf'>;
  readonly runs: Pick<Runs, 'start' | 'isBusy'>;
  readonly dialogs: Pick<Dialogs, 'pickParametersFile'>;
  readonly savedFiles: Pick<SavedFiles, 'keep'>;
}

/** A key that a person has opened, with a session of its own Region. */
interface Opened {
  readonly open: OpenKey;
  readonly session: AwsSession;
}

/** Material that a key has, or had: brought back, or given another expiry; from its copy, or by way of an offline computer. */
export function createImportAgain(ports: ImportAgainPorts) {
  /** Errors: reimport.keyGone, session.gone, run.otherAccount. */
  function find(request: { readonly key: string; readonly session: string }): Result<Opened> {
    const open = ports.keysAtHand.get(request.key);
    if (open === undefined) return err(localError('run', 'reimport.keyGone'));
    const signedIn = ports.findSession(request.session);
    if (signedIn === undefined) return err(localError('sign-in', 'session.gone'));
    const { accountId, mode } = signedIn.view;
    if (accountId !== open.accountId || mode !== open.mode) {
      const facts = { accountId, region: signedIn.view.region, runAccountId: open.accountId };
      return err(localError('sign-in', 'run.otherAccount', { ...facts, runRegion: open.region }));
    }
    return ok({ open, session: signedIn.inRegion(open.region) });
  }

  /** What was opened for this key, and nothing of practice for a real one. Errors: copy.gone, copy.practice. */
  function findMaterial(handle: string, { mode }: OpenKey): Result<ChosenMaterial> {
    const material = ports.custody.materialOf({ from: 'held', handle });
    if (!material.ok || material.value.from !== 'held') return material;
    const { copy } = material.value.held.view;
    return copy.practice === (mode === 'practice')
      ? material
      : err(localError('custody', 'copy.practice', { reason: copy.practice ? 'practice' : 'real' }));
  }

  /**
   * Errors: those of find, findMaterial, keyNow and chooseTarget; job.busy, key.expiry. Nothing is changed before the
   * run begins.
   */
  async function importAgain(request: RequestOf<'importAgain'>): Promise<Result<RunView>> {
    const found = find(request);
    if (!found.ok) return found;
    if (ports.runs.isBusy()) return err(localError('run', 'job.busy', undefined, 'check-first'));
    const { open, session } = found.value;
    const expiry = checkExpiry(request.expiry, awsClock(ports.clock, session).now());
    if (!expiry.ok) return expiry;
    const material = findMaterial(request.held, open);
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

  /** Errors: those of find and of GetParametersForImport, save.*. */
  async function saveFreshParameters(
    request: RequestOf<'saveFreshParameters'>,
  ): Promise<Result<Picked<SavedOneView>>> {
    const found = find(request);
    if (!found.ok) return found;
    const { open, session } = found.value;
    const { arn, keySpec } = open.facts;
    const path = await ports.dialogs.pickParametersFile(fileName(open));
    if (path === undefined) return ok({ picked: false });
    // By its ARN, so that the return package says which Region and account it belongs to.
    return await saveParameters(
      { kms: session.kms, keyId: arn, ...againFit(keySpec) },
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

function fileName({ mode, aliases, facts }: OpenKey): string {
  return fileNamed(`ImportParameters ${inFileName(aliases[0] ?? facts.keyId)}.zip`, mode === 'practice');
}

import type { Dialogs } from '../platform/dialogs';
import { missingFile } from '../platform/files/missing-file';
import { refusePaper } from '../platform/files/paper';
import type { Picked, RequestOf } from '../shared/contract';
import type {
  CopyPlan,
  FoundCopyView,
  HeldView,
  PassphraseStrength,
  RehearsalView,
} from '../shared/views/custody';
import { definedOnly } from '../shared/defined-only';
import { localError } from '../shared/errors';
import { err, ok, type Result } from '../shared/result';
import type { MaterialChoice } from '../shared/views/app';
import type { OrganisationSettings } from '../shared/views/organisation';
import type { HeldVault, VaultClient } from '../vault/vault-client';
import type { CopyTarget, NewMaterial, OpenedCopy } from '../vault/messages';
import { checkCopyPlan, strengthOf } from './check-copy-plan';
import type { PurposeOf } from './copy-purpose';
import { createCopyWork } from './copy-work';
import { keepApart } from './keep-apart';
import { custodyOf, holdMaterial, otherPlace, type HeldFacts, type HeldMaterial } from './held-material';
import { createFoundCopies } from './found-copies';
import type { MaterialFiles } from './material-files';
import { createOpenedCopies } from './opened-copies';
import { materialOf, type ChosenMaterial } from './material-choice';
import { pickedFiles } from '../platform/files/picked-files';
import { readRecord } from '../records/read-record';
import { suggestPassphrase } from './suggest-passphrase';
import { folderOf, watchTarget } from './watch-target';

/** `checkValue`: what the copy must have; a sealed copy needs none. */
interface Compared {
  readonly copy: string;
  readonly passphrase?: string;
  readonly checkValue?: string;
}

export interface CustodyPorts {
  readonly dialogs: Pick<Dialogs, 'pickCopy' | 'pickCopyFile' | 'pickSaveFolder' | 'pickRecord'>;
  readonly vault: VaultClient;
  readonly files: Pick<MaterialFiles, 'find' | 'salt'>;
  readonly purposeOf: PurposeOf;
  readonly now: () => Date;
  readonly appVersion: string;
  readonly organisation: OrganisationSettings;
}

/**
 * Copies of key material: made, found, opened, rehearsed; and the material that vaults hold because there is a copy.
 */
export function createCustody(ports: CustodyPorts) {
  const { vault, dialogs, files, now } = ports;
  const found = createFoundCopies(vault, now);
  const held = new Map<string, HeldMaterial>();
  const work = createCopyWork();
  const opened = createOpenedCopies(now);

  function hold(vaultWithMaterial: HeldVault, facts: HeldFacts): HeldView {
    const material = holdMaterial(vaultWithMaterial, facts, now());
    held.set(material.view.handle, material);
    return material.view;
  }

  async function makeCopy(request: RequestOf<'makeCopy'>): Promise<Result<Picked<HeldView>>> {
    const purpose = ports.purposeOf(request.purpose);
    if (!purpose.ok) return purpose;
    const source = newMaterial(request.source);
    if (!source.ok) return source;
    const plan = await checkCopyPlan(request.copy, purpose.value.knownWords, ports.organisation);
    if (!plan.ok) return plan;
    const target = await pickTarget(plan.value, purpose.value.suggestedName);
    if (target === undefined) return ok({ picked: false });
    const apart = await keepApart(folderOf(target), target.by === 'shares' ? 'shares' : 'sealed copy');
    if (!apart.ok) return apart;
    const { fit, key, practice, ceremony, note } = purpose.value;
    await note?.begin();
    const made = await work.cancellable(
      (signal) =>
        vault.makeCopy(
          {
            kind: 'make-copy',
            ...fit,
            salt: files.salt,
            source: source.value,
            target,
            key,
            practice,
            madeAt: now().toISOString(),
            madeBy: `Keyferry ${ports.appVersion}`,
          },
          signal,
        ),
      await watchTarget(target),
    );
    if (!made.ok) {
      await note?.end(undefined);
      // To be cancelled is an answer, as a dismissed dialog is.
      return made.error.code === 'copy.cancelled' ? ok({ picked: false }) : made;
    }
    const from = request.source.from === 'generate' ? 'generated' : 'file';
    const view = hold(made.value, { source: from, ...definedOnly({ ceremony }) });
    await note?.end({ custody: custodyOf(view), checkValue: view.copy.checkValue });
    return ok({ picked: true, value: view });
  }

  function newMaterial(source: RequestOf<'makeCopy'>['source']): Result<NewMaterial> {
    if (source.from === 'generate') return ok(source);
    const file = files.find(source.handle);
    if (file === undefined) return err(localError('material', 'material.gone'));
    return ok({ from: 'file', file, tag: file.inspected.tag });
  }

  async function pickTarget(plan: CopyPlan, suggestedName: string): Promise<CopyTarget | undefined> {
    if (plan.by === 'shares') {
      const folder = await dialogs.pickSaveFolder('shares');
      return folder === undefined ? undefined : { ...plan, folder };
    }
    const path = await dialogs.pickCopyFile(suggestedName);
    return path === undefined ? undefined : { ...plan, path };
  }

  async function findCopy(paths: readonly string[], beside?: string): Promise<Result<FoundCopyView>> {
    // A vault is not started for nothing.
    const missing = await missingFile(paths);
    if (missing !== undefined) return err(localError('custody', 'file.notFound', { name: missing }));
    const notPaper = refusePaper(paths, 'custody', 'copy');
    return notPaper.ok ? await found.find({ paths }, beside) : notPaper;
  }

  async function typeShare({ typed, beside }: RequestOf<'typeShare'>): Promise<Result<FoundCopyView>> {
    try {
      return await found.find({ typed }, beside === 'none' ? undefined : beside);
    } finally {
      typed.fill(0);
    }
  }

  async function openCopy(request: RequestOf<'openCopy'>): Promise<Result<HeldView>> {
    const copy = found.at(request.copy);
    if (copy === undefined) return err(localError('custody', 'copy.gone'));
    const purpose = ports.purposeOf(request.purpose);
    if (!purpose.ok) return purpose;
    const { passphrase } = request;
    const { fit, practice, expected, whyNot } = purpose.value;
    const said = request.checkValue === 'unknown' ? undefined : request.checkValue;
    // AWS compares with what the key had, and takes nothing else.
    const unsaid = whyNot ? 'unknown' : request.checkValue;
    const checkValue = said ?? expected?.checkValue ?? unsaid;
    const bound = { practice, ...definedOnly({ ceremony: expected?.mustName }) };
    const taken = await work.cancellable((signal) =>
      copy.openCopy({ kind: 'open-copy', fit, bound, ...definedOnly({ passphrase, checkValue }) }, signal),
    );
    if (!taken.ok) return taken;
    const problem = whyNot?.(taken.value.opened.copy);
    if (problem !== undefined) {
      await taken.value.end();
      return err(problem);
    }
    const facts: HeldFacts = {
      source: 'restored',
      ...definedOnly({
        notCompared: checkValue === 'unknown' && !whyNot ? (true as const) : undefined,
        otherPlace: otherPlace(taken.value.opened.copy.key, purpose.value.key),
      }),
    };
    opened.note(taken.value.opened.copy);
    return ok(hold(taken.value, facts));
  }

  async function compareCopy({ copy: handle, ...wanted }: Compared): Promise<Result<OpenedCopy>> {
    const copy = found.at(handle);
    if (copy === undefined) return err(localError('custody', 'copy.gone'));
    const compared = await work.cancellable((signal) =>
      copy.compareCopy({ kind: 'open-copy', ...wanted }, signal),
    );
    if (compared.ok) opened.note(compared.value.copy);
    return compared;
  }

  async function rehearseRestore(request: RequestOf<'rehearseRestore'>): Promise<Result<RehearsalView>> {
    const compared = await compareCopy(request);
    return compared.ok ? ok({ ...compared.value, rehearsedAt: now().toISOString() }) : compared;
  }

  async function measurePassphrase({
    passphrase,
    purpose,
  }: RequestOf<'measurePassphrase'>): Promise<Result<PassphraseStrength>> {
    const found = ports.purposeOf(purpose);
    return found.ok ? ok(await strengthOf(passphrase, found.value.knownWords)) : found;
  }

  return {
    verbs: {
      makeCopy: (request: RequestOf<'makeCopy'>) => work.alone(() => makeCopy(request)),
      findCopy: ({ files: source, beside }: RequestOf<'findCopy'>) =>
        pickedFiles(source, dialogs.pickCopy, (paths) => findCopy(paths, beside)),
      typeShare,
      removeShares: ({ copy, number }: RequestOf<'removeShares'>) => found.remove(copy, number),
      openCopy: (request: RequestOf<'openCopy'>) => work.alone(() => openCopy(request)),
      rehearseRestore: (request: RequestOf<'rehearseRestore'>) => work.alone(() => rehearseRestore(request)),
      cancelCopy: async (): Promise<Result<null>> => {
        await work.cancel();
        return ok(null);
      },
      readCheckValue: ({ files: source }: RequestOf<'readCheckValue'>) =>
        pickedFiles(source, dialogs.pickRecord, readRecord),
      measurePassphrase,
      suggestPassphrase: () => Promise.resolve(ok({ passphrase: suggestPassphrase() })),
      releaseMaterial: async ({ held: handle }: RequestOf<'releaseMaterial'>): Promise<Result<null>> => {
        await held.get(handle)?.release();
        held.delete(handle);
        return ok(null);
      },
    },
    isWorking: work.isWorking,
    openedCopies: opened.all,
    /** A sealed copy that a vault has told, unopened. @returns its handle */
    keepSealed: found.keepSealed,
    /** Opens a copy and says what it holds; keeps nothing of it. Errors: copy.gone, job.busy, those of the vault. */
    compareCopy: (request: Compared): Promise<Result<OpenedCopy>> => work.alone(() => compareCopy(request)),
    /** What a choice of the page stands for. Errors: those of `materialOf`. */
    materialOf: (choice: MaterialChoice): Result<ChosenMaterial> =>
      materialOf(choice, files, (handle) => held.get(handle), ports.organisation),
    /** Ends every vault that holds or collects something whose time is over: no timer runs while a computer sleeps. */
    endOverdue: (): void => {
      for (const { endIfOver } of [found, ...held.values()]) endIfOver(now());
    },
    /** Ends every vault that holds something, or is making or opening a copy. */
    forget: async (): Promise<void> => {
      await work.cancel();
      await found.forget();
      const vaults = [...held.values()];
      held.clear();
      await Promise.all(vaults.map(({ release }) => release()));
    },
  };
}

export type Custody = ReturnType<typeof createCustody>;

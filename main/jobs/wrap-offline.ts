import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { JobFacts } from '../records/record-events';
import type { Zone } from '../records/record-instant';
import type { ImportParameters } from '../parameters/import-parameters';
import { isPracticeImportToken } from '../parameters/practice-import-token';
import { pairSha256 } from '../parameters/pair-sha256';
import { expired, isExpired } from '../parameters/validate-parameters';
import type { Dialogs } from '../platform/dialogs';
import { pickedFiles } from '../platform/files/picked-files';
import type { SavedFiles } from '../platform/files/saved-files';
import { checkFolder, discardFiles } from '../platform/files/save-files';
import type { Picked, RequestOf } from '../shared/contract';
import type { OfflineRecord } from '../schemas/finished-work';
import { localError } from '../shared/errors';
import { forbids } from '../shared/organisation-forbids';
import { fileNames, travellingNames } from '../shared/file-names';
import type { WrapProgress, WrapStage } from '../shared/progress';
import { err, ok, type Result } from '../shared/result';
import type { SavedView } from '../shared/views/saved';
import type { ResumedOfflineView } from '../shared/views/unfinished';
import type { ParametersView } from '../shared/views/app';
import type { OrganisationSettings } from '../shared/views/organisation';
import type { VaultClient } from '../vault/vault-client';
import { createChecklist } from './checklist';
import { saveWrapped } from './save-wrapped';
import type { Custody } from '../custody/custody';
import { keepApart } from '../custody/keep-apart';
import type { OfflineNotes } from './offline-notes';
import type { FinishedNotes } from './finished-notes';
import type { OfflineJournal } from './offline-journal';
import {
  custodyOfChosen,
  isNotCompared,
  prepareWrap,
  wrapChosen,
  type ChosenMaterial,
} from '../custody/material-choice';
import { ruledOutBy } from './ruled-out';
import { openParameters } from './open-parameters';
import { parametersView } from './parameters-view';
import { recordOfOffline } from './record-of-offline';

export interface WrapOfflinePorts {
  readonly dialogs: Dialogs;
  readonly vault: Pick<VaultClient, 'wrap' | 'prepareWrap'>;
  readonly custody: Pick<Custody, 'materialOf'>;
  /** The material desk's. */
  readonly salt: Uint8Array;
  readonly now: () => Date;
  readonly appVersion: string;
  readonly refusedRequests: () => number;
  readonly savedFiles: Pick<SavedFiles, 'keep'>;
  readonly emit: (progress: WrapProgress) => void;
  readonly offlineJournal: Pick<OfflineJournal, 'find'>;
  readonly notes: OfflineNotes;
  /** By the handles that the page knows, until the job is left. */
  readonly parametersAtHand: Map<string, ImportParameters>;
  /** What was saved, by the handle of its view, until the job is left. */
  readonly offlineAtHand: Map<string, OfflineRecord>;
  readonly finished: Pick<FinishedNotes, 'keep'>;
  readonly organisation: OrganisationSettings;
}

/** When things happened, for the record. */
type Course = Pick<OfflineRecord, 'begunAt' | 'stages' | 'resumedAt'>;

/** The offline job: from import parameters to wrapped key material on a stick, with no network. */
export function createWrapOffline(ports: WrapOfflinePorts) {
  // Handles go to the page; what they stand for stays here, until the job is left.
  const parametersByHandle = ports.parametersAtHand;
  const recordByHandle = ports.offlineAtHand;
  const resumedByHandle = new Map<string, Date>();
  let busy = false;
  /** While a vault is at work or files are being saved; not while a dialog is open. */
  let isAtWork = false;

  async function open(paths: readonly string[]): Promise<Result<ParametersView>> {
    const opened = await openParameters(paths, ports.now());
    if (!opened.ok) return opened;
    const { parameters, notRead } = opened.value;
    const ruledOut = ruledOutBy(
      ports.organisation,
      parameters,
      isPracticeImportToken(parameters.importToken),
    );
    if (ruledOut) return ruledOut;
    const handle = randomUUID();
    parametersByHandle.set(handle, parameters);
    const view = parametersView(handle, parameters);
    return ok(notRead.length === 0 ? view : { ...view, notRead });
  }

  async function resumeOffline({ run }: RequestOf<'resumeOffline'>): Promise<Result<ResumedOfflineView>> {
    const work = (await ports.offlineJournal.find()).found.find(({ id }) => id === run);
    if (work === undefined) return err(localError('parameters', 'journal.gone', undefined, 'no'));
    const { parameters, wrappingAlgorithm, lengthBytes, custody } = work;
    if (isExpired(parameters.validTo, ports.now())) return err(expired(parameters.validTo, ports.now()));
    const ruledOut = ruledOutBy(
      ports.organisation,
      parameters,
      isPracticeImportToken(parameters.importToken),
    );
    if (ruledOut) return ruledOut;
    const handle = randomUUID();
    parametersByHandle.set(handle, parameters);
    ports.notes.resumed(handle, work);
    resumedByHandle.set(handle, ports.now());
    const hasCopy = custody !== undefined && custody.kept !== 'none';
    return ok({ parameters: parametersView(handle, parameters), wrappingAlgorithm, lengthBytes, hasCopy });
  }

  async function wrapAndSave(request: RequestOf<'wrapAndSave'>): Promise<Result<Picked<SavedView>>> {
    const parameters = parametersByHandle.get(request.parameters);
    if (!parameters) return err(localError('parameters', 'parameters.gone'));
    const { wrappingAlgorithm } = request;
    const isPractice = isPracticeImportToken(parameters.importToken);
    const ruledOut = ruledOutBy(ports.organisation, { ...parameters, wrappingAlgorithm }, isPractice);
    if (ruledOut) return ruledOut;
    if (ports.organisation.clearExportForbidden && request.exportPlaintext) {
      return forbids('save', 'clearExportForbidden');
    }
    const stated = parameters.wrappingAlgorithm;
    if (stated !== undefined && stated !== request.wrappingAlgorithm) {
      return err(localError('parameters', 'parameters.algorithmContradicted', { stated }));
    }
    if (isExpired(parameters.validTo, ports.now())) return err(expired(parameters.validTo, ports.now()));
    const material = ports.custody.materialOf(request.material);
    if (!material.ok) return material;
    // While the person chooses a folder.
    const wrapIsOver = prepareWrap(material.value, ports.vault, request.wrappingAlgorithm);
    try {
      return await wrapInto(request, parameters, material.value);
    } finally {
      void wrapIsOver();
    }
  }

  async function wrapInto(
    request: RequestOf<'wrapAndSave'>,
    parameters: ImportParameters,
    material: ChosenMaterial,
  ): Promise<Result<Picked<SavedView>>> {
    const folder = await ports.dialogs.pickSaveFolder('wrapped files');
    if (folder === undefined) return ok({ picked: false });
    const apart = await keepApart(folder, 'wrapped files');
    if (!apart.ok) return apart;
    const isPractice = isPracticeImportToken(parameters.importToken);
    const travelling = travellingNames(isPractice);
    const names = Object.values(travelling);
    if (request.exportPlaintext) names.push(fileNames.plaintextKeyMaterial);
    const free = await checkFolder(folder, names);
    if (!free.ok) return free;

    isAtWork = true;
    const stages = new Map<WrapStage, Date>();
    const resumedAt = resumedByHandle.get(request.parameters);
    const course: Course = { begunAt: ports.now(), stages, ...(resumedAt ? { resumedAt } : {}) };
    const progress = createChecklist((event) => {
      if (event.state === 'done') stages.set(event.stage, ports.now());
      ports.emit(event);
    });
    progress.mark('self-test', 'running');
    const note = ports.notes.aroundWrap(
      request.parameters,
      parameters,
      request.wrappingAlgorithm,
      custodyOfChosen(material),
    );
    await note.begin();
    const wrapped = await wrapChosen(
      material,
      ports.vault,
      {
        wrappingAlgorithm: request.wrappingAlgorithm,
        wrappingKeySpec: parameters.wrappingKey.spec,
        salt: ports.salt,
        spkiDer: parameters.wrappingKey.spkiDer,
        ...(request.exportPlaintext ? { plaintextFolder: folder } : {}),
      },
      progress.mark,
    );
    const saved = wrapped.ok
      ? await saveWrapped(
          { ...request, folder, material, wrapped: wrapped.value },
          parameters,
          progress.mark,
          ports,
        )
      : wrapped;
    if (!saved.ok) {
      progress.fail();
      // A clear copy of material that was never delivered would only be a leak. A file that stood there before stays.
      const ours = wrapped.ok || saved.error.code !== 'save.exists';
      await discardFiles(folder, request.exportPlaintext && ours ? [fileNames.plaintextKeyMaterial] : []);
      await note.end(undefined);
      return saved;
    }
    const { handle, folderName, transferCode } = saved.value;
    ports.savedFiles.keep(join(folder, travelling.encryptedKeyMaterial), handle);
    if (wrapped.ok) {
      const offline = {
        ...course,
        saved: saved.value,
        pairSha256: pairSha256(wrapped.value.encryptedKeyMaterial, parameters.importToken),
        notCompared: isNotCompared(material),
      };
      recordByHandle.set(handle, offline);
      await ports.finished.keep({ kind: 'offline', id: handle, offline });
    }
    await note.end({ folderName, transferCode });
    // SECURITY: a page that crashed meanwhile shows nobody the end of it.
    if (parametersByHandle.has(request.parameters)) await ports.notes.finished(request.parameters);
    return ok({ picked: true, value: saved.value });
  }

  return {
    verbs: {
      readParameters: ({ files }: RequestOf<'readParameters'>): Promise<Result<Picked<ParametersView>>> =>
        files === 'ask-for-folder'
          ? pickedFiles('ask', () => ports.dialogs.pickParameters('folder'), open)
          : pickedFiles(files, () => ports.dialogs.pickParameters('files'), open),
      resumeOffline,
      wrapAndSave: async (request: RequestOf<'wrapAndSave'>): Promise<Result<Picked<SavedView>>> => {
        if (busy) return err(localError('wrap', 'job.busy', undefined, 'check-first'));
        busy = true;
        try {
          return await wrapAndSave(request);
        } finally {
          busy = false;
          isAtWork = false;
        }
      },
    },
    /** What the ceremony record says of saved files. */
    findRecord: (handle: string, zone: Zone): JobFacts | undefined => {
      const record = recordByHandle.get(handle);
      return record && recordOfOffline(record, zone);
    },
    isBusy: () => isAtWork,
    forget: (): void => {
      parametersByHandle.clear();
      recordByHandle.clear();
      resumedByHandle.clear();
      ports.notes.forget();
    },
  };
}

import { useEffect, useEffectEvent, useRef } from 'react';
import type { Picked } from '../../main/shared/contract';
import type {
  CopyPurpose,
  FoundCopyView,
  HeldView,
  PassphraseStrength,
  RecordView,
} from '../../main/shared/views/custody';
import { localError } from '../../main/shared/errors';
import { limits } from '../../main/shared/limits';
import { ok, type Result } from '../../main/shared/result';
import type { MaterialView } from '../../main/shared/views/app';
import { api } from '../base/api';
import { sortDropped } from '../intake/copy-files';
import { mostTimerMs } from '../base/use-now';
import { copyPlan } from './copy-plan';
import { copySource, expectationOf, heldOf, isBusy, openRequest } from './selectors';
import type { CustodyAction, CustodyState } from './state';

/** What a person can ask for where key material comes from, one function an intent. */
export interface CustodyIntents {
  readonly dispatch: (action: CustodyAction) => void;
  readonly chooseFile: () => void;
  readonly dropFile: (files: readonly File[]) => void;
  readonly chooseCopy: () => void;
  readonly dropCopy: (files: readonly File[]) => void;
  readonly chooseRecord: () => void;
  readonly suggestPassphrase: () => void;
  /** How hard it is to guess, for this key; undefined where main cannot tell. */
  readonly measurePassphrase: (passphrase: string) => Promise<PassphraseStrength | undefined>;
  readonly saveCopy: () => void;
  readonly openCopy: () => void;
}

/**
 * @param custody undefined while the job shows nothing of it.
 * @param purpose what the material is for; undefined while that is not known, and nothing can be asked then.
 */
export function useCustody(
  custody: CustodyState | undefined,
  purpose: CopyPurpose | undefined,
  dispatch: (action: CustodyAction) => void,
): CustodyIntents {
  const lastRequest = useRef(0);
  const isMeasuring = useRef(false);
  useHeldUntil(custody && heldOf(custody), dispatch);

  const takeFile = async (ask: () => Promise<Result<Picked<MaterialView>>>): Promise<void> => {
    const requestId = ++lastRequest.current;
    dispatch({ type: 'fileAsked', requestId });
    dispatch({ type: 'fileAnswered', requestId, result: await ask() });
  };
  const takeCopy = async (ask: () => Promise<Result<Picked<FoundCopyView>>>): Promise<void> => {
    const requestId = ++lastRequest.current;
    dispatch({ type: 'copyAsked', requestId });
    dispatch({ type: 'copyAnswered', requestId, result: await ask() });
  };
  const takeRecord = async (ask: () => Promise<Result<Picked<RecordView>>>): Promise<void> => {
    const requestId = ++lastRequest.current;
    dispatch({ type: 'recordAsked', requestId });
    dispatch({ type: 'recordAnswered', requestId, result: await ask() });
  };
  const hold = async (ask: () => Promise<Result<Picked<HeldView>>>): Promise<void> => {
    const requestId = ++lastRequest.current;
    dispatch({ type: 'holdAsked', requestId });
    dispatch({ type: 'holdAnswered', requestId, result: await ask() });
  };
  /** Undefined where there is nothing to measure, and for what main would not take. */
  const measure = async (passphrase: string): Promise<Result<PassphraseStrength> | undefined> =>
    purpose && passphrase !== '' && passphrase.length <= limits.maxPassphraseChars
      ? await api.measurePassphrase({ passphrase, purpose })
      : undefined;
  const saveCopy = async (): Promise<void> => {
    const source = custody && purpose && copySource(custody, purpose.lengthBytes);
    if (!source || isBusy(custody) || isMeasuring.current) return;
    const { fields } = custody;
    isMeasuring.current = true;
    const measured = fields.form === 'passphrase' ? await measure(fields.passphrase) : undefined;
    isMeasuring.current = false;
    const copy = measured?.ok === false ? undefined : copyPlan(fields, measured?.value);
    if (measured?.ok === false) await hold(() => Promise.resolve(measured));
    else if (copy) await hold(() => api.makeCopy({ source, purpose, copy }));
    else dispatch({ type: 'triedTooEarly' });
  };
  const openCopy = async (): Promise<void> => {
    if (!custody || !purpose || isBusy(custody)) return;
    const request = openRequest(custody);
    if (request) await hold(() => picked(api.openCopy({ ...request, purpose })));
    else dispatch({ type: 'triedTooEarly' });
  };
  const suggestPassphrase = async (): Promise<void> =>
    dispatch({ type: 'passphraseSuggested', result: await api.suggestPassphrase({}) });

  return {
    dispatch,
    chooseFile: () => {
      if (purpose) void takeFile(() => api.chooseMaterialFile(expectationOf(purpose)));
    },
    dropFile: (files) => {
      if (purpose) void takeFile(() => picked(api.dropMaterialFile(expectationOf(purpose), files)));
    },
    chooseCopy: () => void takeCopy(() => api.chooseCopy({})),
    dropCopy: (files) => {
      // As in a rehearsal: a record that is dropped fills the field.
      const { copies, records } = sortDropped(files);
      if (copies.length > 0) void takeCopy(() => picked(api.dropCopy(copies)));
      if (records.length > 0) void takeRecord(() => picked(api.dropRecord(records)));
    },
    chooseRecord: () => void takeRecord(() => api.chooseRecord({})),
    suggestPassphrase: () => void suggestPassphrase(),
    measurePassphrase: async (passphrase) => {
      const measured = await measure(passphrase);
      return measured?.ok ? measured.value : undefined;
    },
    saveCopy: () => void saveCopy(),
    openCopy: () => void openCopy(),
  };
}

/** A drop has no dialog that could be dismissed, and neither has opening what was found. */
async function picked<T>(answer: Promise<Result<T>>): Promise<Result<Picked<T>>> {
  const result = await answer;
  return result.ok ? ok({ picked: true, value: result.value }) : result;
}

/** Says when the vault has ended by itself, and ends it as soon as the job has no more use for what it holds. */
function useHeldUntil(held: HeldView | undefined, dispatch: (action: CustodyAction) => void): void {
  const handle = held?.handle;
  const heldUntil = held?.heldUntil;
  const end = useEffectEvent(() =>
    dispatch({ type: 'heldLost', error: localError('custody', 'copy.released') }),
  );
  useEffect(() => {
    if (heldUntil === undefined) return;
    let timer: ReturnType<typeof setTimeout>;
    const look = (): void => {
      const leftMs = new Date(heldUntil).getTime() - Date.now();
      if (leftMs <= 0) end();
      else timer = setTimeout(look, Math.min(leftMs, mostTimerMs));
    };
    look();
    return () => clearTimeout(timer);
  }, [heldUntil]);
  useEffect(() => {
    if (handle === undefined) return;
    return () => void api.releaseMaterial({ held: handle });
  }, [handle]);
}

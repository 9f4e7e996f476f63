import { useEffect, useEffectEvent, useRef } from 'react';
import type { Picked } from '../../main/shared/contract';
import type { CopyPurpose, HeldView, PassphraseStrength } from '../../main/shared/views/custody';
import { localError } from '../../main/shared/errors';
import { limits } from '../../main/shared/limits';
import { ok, type Result } from '../../main/shared/result';
import { api } from '../base/api';
import { picked, type Brought } from '../base/work';
import { sortDropped } from '../intake/copy-files';
import { useCopy, type CopyIntents } from '../intake/use-copy';
import { useDeadline } from '../base/use-now';
import { copyPlan } from './copy-plan';
import { copySource, expectationOf, heldOf, isBusy, openRequest } from './selectors';
import type { CustodyAction, CustodyState } from './state';
import { askWords } from './two-words';

/** What a person can ask for where key material comes from, one function an intent. */
export interface CustodyIntents extends CopyIntents {
  readonly dispatch: (action: CustodyAction) => void;
  readonly chooseFile: () => void;
  readonly dropFile: (files: readonly File[]) => void;
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
  const copies = useCopy(
    custody?.restore.copy,
    custody !== undefined && isBusy(custody),
    () => ++lastRequest.current,
    dispatch,
  );
  const isMeasuring = useRef(false);
  useHeldUntil(custody && heldOf(custody), dispatch);

  const takeFile = async (files: Brought): Promise<void> => {
    const expected = purpose && expectationOf(purpose);
    if (!expected) return;
    const request = { ...expected, files };
    const requestId = ++lastRequest.current;
    dispatch({ type: 'fileAsked', requestId });
    dispatch({ type: 'fileAnswered', requestId, result: await api.readMaterialFile(request) });
  };
  const takeRecord = async (files: Brought): Promise<void> => {
    const requestId = ++lastRequest.current;
    dispatch({ type: 'recordAsked', requestId });
    dispatch({ type: 'recordAnswered', requestId, result: await api.readCheckValue({ files }) });
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
    if (request) await hold(async () => picked(await api.openCopy({ ...request, purpose })));
    else dispatch({ type: 'triedTooEarly' });
  };
  const suggestPassphrase = async (): Promise<void> => {
    const suggested = await api.suggestPassphrase({});
    const result = suggested.ok
      ? ok({ ...suggested.value, asked: askWords(suggested.value.passphrase) })
      : suggested;
    dispatch({ type: 'passphraseSuggested', result });
  };

  return {
    dispatch,
    chooseFile: () => void takeFile('ask'),
    dropFile: (files) => void takeFile(files),
    ...copies,
    dropCopy: (files) => {
      // As in a rehearsal: a record that is dropped fills the field.
      const sorted = sortDropped(files);
      if (sorted.copies.length > 0) copies.dropCopy(sorted.copies);
      if (sorted.records.length > 0) void takeRecord(sorted.records);
    },
    chooseRecord: () => void takeRecord('ask'),
    suggestPassphrase: () => void suggestPassphrase(),
    measurePassphrase: async (passphrase) => {
      const measured = await measure(passphrase);
      return measured?.ok ? measured.value : undefined;
    },
    saveCopy: () => void saveCopy(),
    openCopy: () => void openCopy(),
  };
}

/** Says when the vault has ended by itself, and ends it as soon as the job has no more use for what it holds. */
function useHeldUntil(held: HeldView | undefined, dispatch: (action: CustodyAction) => void): void {
  const handle = held?.handle;
  useDeadline(held?.heldUntil, () =>
    dispatch({ type: 'heldLost', error: localError('custody', 'copy.released') }),
  );
  const shown = useEffectEvent(() => dispatch({ type: 'heldShown' }));
  useEffect(() => {
    if (handle !== undefined) shown();
  }, [handle]);
  useEffect(() => {
    if (handle === undefined) return;
    return () => void api.releaseMaterial({ held: handle });
  }, [handle]);
}

import type { RequestOf } from '../../../main/shared/contract';
import type { FoundCopyView, RecordView, RehearsalView } from '../../../main/shared/views/custody';
import { copyLack } from '../../intake/copy-files';
import { checkValueOf } from '../../custody/selectors';
import { shownOf } from '../../base/work';
import type { RehearseForm, RehearseState } from './state';

export function foundCopyOf({ copy }: RehearseForm): FoundCopyView | undefined {
  return shownOf(copy);
}

/** The copy that is shown, or being compared; undefined once that is done. */
export function copyIn(state: RehearseState): RehearseForm['copy'] | undefined {
  if (state.step === 'rehearsed') return undefined;
  return state.step === 'form' ? state.copy : state.from.copy;
}

/** The record that the check value in the field comes from. */
export function recordOf({ record }: RehearseForm): RecordView | undefined {
  return shownOf(record);
}

/** Why the comparison cannot begin yet; undefined when it can. */
export function missingInRehearsal(form: RehearseForm): 'copy' | 'passphrase' | 'check-value' | undefined {
  const found = foundCopyOf(form);
  if (found === undefined || form.copy.at === 'working' || copyLack(found) !== undefined) return 'copy';
  if (found.form === 'passphrase' && form.passphrase === '') return 'passphrase';
  return checkValueOf(form.checkValue) === undefined || form.record.at === 'working'
    ? 'check-value'
    : undefined;
}

/** What main is asked for; undefined while something is missing. */
export function rehearsalRequest(form: RehearseForm): RequestOf<'rehearseRestore'> | undefined {
  const found = foundCopyOf(form);
  const checkValue = checkValueOf(form.checkValue);
  if (missingInRehearsal(form) !== undefined || !found || checkValue === undefined) return undefined;
  const passphrase = found.form === 'passphrase' ? { passphrase: form.passphrase } : {};
  return { copy: found.handle, checkValue, ...passphrase };
}

/** Whether both name their key, and the names differ. */
export function namesOtherKey({ copy }: RehearsalView, record: RecordView | undefined): boolean {
  const { keyId, keyArn } = copy.key;
  const differ = (one: string | undefined, other: string | undefined): boolean =>
    one !== undefined && other !== undefined && one !== other;
  return differ(keyId, record?.keyId) || differ(keyArn, record?.keyArn);
}

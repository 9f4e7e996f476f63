import type { SignedInView } from '../../../main/shared/views/aws';
import type { RequestOf } from '../../../main/shared/contract';
import {
  notComparedConfirmation,
  readTransferCode,
  type TransferProof,
} from '../../../main/shared/transfer-code';
import type { ReturnedMaterialView } from '../../../main/shared/views/app';
import { expiryOf } from '../../intake/expiry';
import { shownOf } from '../../base/work';
import type { FinishState } from './state';

export function returnedOf(state: FinishState): ReturnedMaterialView | undefined {
  return shownOf(state.returned);
}

const keyArn = /^arn:aws[a-z-]*:kms:([a-z0-9-]+):(\d{12}):key\/\S+$/;

/** Region and account of the key: from the files, else from the typed ARN, else what was chosen. */
export function whereabouts(state: FinishState): { readonly region?: string; readonly accountId?: string } {
  const view = returnedOf(state);
  const [, typedRegion, typedAccount] = keyArn.exec(state.keyId.trim()) ?? [];
  const region = view?.region ?? typedRegion ?? state.region;
  const accountId = view?.accountId ?? typedAccount;
  return { ...(region ? { region } : {}), ...(accountId ? { accountId } : {}) };
}

/** The code for main to compare, or the confirmation that there is none; undefined while what was typed is neither. */
export function transferProof(state: FinishState): TransferProof | undefined {
  const typed = state.transfer;
  if (returnedOf(state)?.hasTransferCode === true) {
    const code = readTransferCode(typed);
    return code === undefined ? undefined : { by: 'code', code };
  }
  const isConfirmed = typed.trim().toLowerCase() === notComparedConfirmation;
  return isConfirmed ? { by: 'not-compared', confirmation: typed } : undefined;
}

/** Why the import cannot begin yet; undefined when it can. */
export function missingInForm(
  state: FinishState,
  now: Date,
  signedIn: SignedInView | undefined,
): 'files' | 'transfer' | 'key' | 'region' | 'sign-in' | 'account' | 'expiry' | undefined {
  const view = returnedOf(state);
  if (view === undefined || state.returned.at === 'working') return 'files';
  if (transferProof(state) === undefined) return 'transfer';
  if (view.keyId === undefined && state.keyId.trim() === '') return 'key';
  const { region, accountId } = whereabouts(state);
  if (region === undefined) return 'region';
  if (signedIn === undefined) return 'sign-in';
  if (accountId !== undefined && accountId !== signedIn.accountId) return 'account';
  return expiryOf(state.expiry, now) ? undefined : 'expiry';
}

/** What main is asked for before a key is rotated to what came back; undefined where that is not what it is for. */
export function planRequest(
  state: FinishState,
  signedIn: SignedInView | undefined,
): RequestOf<'planReturned'> | undefined {
  const view = returnedOf(state);
  const isElsewhere = whereabouts(state).accountId !== signedIn?.accountId;
  if (!view?.isNew || !signedIn || (view.accountId !== undefined && isElsewhere)) return undefined;
  const keyId = state.keyId.trim();
  if (view.keyId === undefined && keyId === '') return undefined;
  return { returned: view.handle, session: signedIn.session, ...(view.keyId === undefined ? { keyId } : {}) };
}

/** What main is asked for; undefined while something is missing. */
export function finishRequest(
  state: FinishState,
  now: Date,
  signedIn: SignedInView | undefined,
): RequestOf<'finishImport'> | undefined {
  const view = returnedOf(state);
  const expiry = expiryOf(state.expiry, now);
  const transfer = transferProof(state);
  if (missingInForm(state, now, signedIn) !== undefined || !view || !signedIn || !expiry || !transfer) {
    return undefined;
  }
  const keyId = view.keyId === undefined ? { keyId: state.keyId.trim() } : {};
  return { returned: view.handle, session: signedIn.session, expiry, transfer, ...keyId };
}

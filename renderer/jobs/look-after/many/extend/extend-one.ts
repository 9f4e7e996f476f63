import { materialLengthIn } from '../../../../../main/shared/kms-words';
import type { Expiry } from '../../../../../main/shared/views/aws';
import { api } from '../../../../base/api';
import { failed, outcomeOf, type Outcome } from '../one-after-another';
import type { MaterialToExtend } from './extend-plan';

/** Opens the copy for the key, and imports what it holds once more: the same as extending one key by itself. */
export async function extendOne(
  { key = '', copy, row }: MaterialToExtend,
  passphrase: string,
  session: string,
  expiry: Expiry,
): Promise<Outcome> {
  const purpose = { key, lengthBytes: materialLengthIn(row.region) };
  const held = await api.openCopy({ copy: copy?.copy ?? '', passphrase, purpose });
  if (!held.ok) return failed(held.error);
  const { handle } = held.value;
  const ran = await api.importAgain({ key, session, held: handle, expiry });
  // What was not wrapped is held still.
  await api.releaseMaterial({ held: handle });
  return ran.ok ? outcomeOf(ran.value) : failed(ran.error);
}

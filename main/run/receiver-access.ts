import { checkReceiverAccount } from '../aws/policy/check-receiver';
import type { ReceiverAccess } from '../aws/policy/key-policy';
import { fillCard } from '../receivers/fill-card';
import { fillTerms, type FilledRole, type FilledTerms } from '../receivers/fill-terms';
import { foreignAccount, namedIn } from '../receivers/named-account';
import { presetById } from '../receivers/presets';
import { readStatement } from '../receivers/statements/read-statement';
import { definedOnly } from '../shared/defined-only';
import { localError } from '../shared/errors';
import { err, ok, type Result } from '../shared/result';
import type { ReceiverChoice } from '../shared/views/aws';
import type { Unusual } from '../shared/views/statement';

/** What is unusual in a statement that was pasted, or in what a card asks for; each of it has to be confirmed. */
export function unusualIn({ asks }: ReceiverChoice, own: Own): readonly Unusual[] {
  const read =
    asks?.from === 'statement'
      ? readStatement(asks.text, own)
      : asks?.from === 'card'
        ? fillCard(asks.terms, asks.answers, own)
        : undefined;
  return read?.ok === true ? read.value.unusual : [];
}

/** The account is not known before the sign-in. */
interface Own {
  readonly accountId: string | undefined;
  readonly partition: string;
}

export interface ResolvedReceiver {
  readonly access: ReceiverAccess;
  /** Where it is let in by a grant, and not by the key policy. */
  readonly grant?: FilledTerms['grant'];
  /** The receiver's account; empty where the statement names none but the person's own. */
  readonly accountId: string;
  /** Absent where the receiver assumes no role of the person's own account. */
  readonly role?: FilledRole;
}

/**
 * How the key policy lets this receiver in. The page says whom and what was typed; which actions and conditions follow
 * from that is decided here, each time anew.
 *
 * Errors: receiver.*.
 */
export function resolveReceiver(receiver: ReceiverChoice, own: Own): Result<ResolvedReceiver> {
  const { asks, preset, needsGrants } = receiver;
  const known = presetById(preset);
  if (known === undefined && preset !== 'other')
    return err(localError('receiver', 'receiver.unknown', { preset }));
  if (known?.terms.imported.answer === 'no') {
    return err(localError('receiver', 'receiver.refusesImported', { receiver: known.name }));
  }
  if (asks === undefined) {
    const account = checkReceiverAccount(receiver.accountId, own);
    if (!account.ok) return account;
    const accountId = account.value;
    return ok({ access: { account: { accountId, needsGrants }, statements: [] }, accountId });
  }
  if (asks.from === 'later') return ok({ access: { statements: [] }, accountId: '' });
  if (asks.from === 'statement') {
    const takesStatement = known === undefined || known.terms.access.by === 'pasted-statement';
    if (!takesStatement) return err(localError('receiver', 'receiver.unknown', { preset }));
    const pasted = readStatement(asks.text, own);
    if (!pasted.ok) return pasted;
    const { statements } = pasted.value;
    return ok({ access: { statements }, accountId: foreignAccount(namedIn(statements), own) });
  }
  const filled =
    asks.from === 'card'
      ? known === undefined && fillCard(asks.terms, asks.answers, own)
      : known !== undefined && fillTerms(known.terms, asks.answers, own);
  if (filled === false) return err(localError('receiver', 'receiver.unknown', { preset }));
  if (!filled.ok) return filled;
  const { statements, accountId, grant, role } = filled.value;
  return ok({ access: { statements }, accountId, ...definedOnly({ grant, role }) });
}

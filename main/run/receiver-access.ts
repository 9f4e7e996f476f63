import { parseArn } from '../aws/arn';
import { checkReceiverAccount } from '../aws/policy/check-receiver';
import { accountRoot, type ReceiverAccess } from '../aws/policy/key-policy';
import { fillTerms } from '../receivers/fill-terms';
import { presetById } from '../receivers/presets';
import { localError } from '../shared/errors';
import { err, ok, type Result } from '../shared/result';
import type { ReceiverChoice } from '../shared/views/aws';

interface Own {
  readonly accountId: string;
  readonly partition: string;
}

export interface ResolvedReceiver {
  readonly access: ReceiverAccess;
  /** The receiver's account; empty where the statement names none but the person's own. */
  readonly accountId: string;
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
  if (asks.from === 'statement' || known === undefined)
    return err(localError('receiver', 'receiver.unknown', { preset }));
  const statements = fillTerms(known.terms, asks.answers, own);
  if (!statements.ok) return statements;
  const access = { statements: statements.value };
  return ok({ access, accountId: foreignAccount(principalsOf(access, own), own) });
}

/** ARNs, or `*`: whom the key policy lets in for the receiver. */
function principalsOf({ account, statements }: ReceiverAccess, { partition }: Own): readonly string[] {
  const root = account ? [accountRoot(partition, account.accountId)] : [];
  return [...new Set([...root, ...statements.flatMap(({ principals }) => principals)])];
}

function foreignAccount(principals: readonly string[], own: Own): string {
  const accounts = principals.map((arn) => parseArn(arn)?.accountId ?? '');
  return accounts.find((accountId) => accountId !== '' && accountId !== own.accountId) ?? '';
}

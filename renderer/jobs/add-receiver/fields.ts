import { definedOnly } from '../../../main/shared/defined-only';
import type { OpenAdditionView } from '../../../main/shared/views/addition';
import type { ReceiverAnswers } from '../../../main/shared/views/receiver';
import type { SignedInView } from '../../../main/shared/views/aws';
import { emptyBlank, filledIn } from '../create-and-import/blanks';
import { accountFault, asksForAccount, refusesImported } from '../create-and-import/selectors';
import type { ReceiverFields } from '../create-and-import/state';
import { signedInFor } from '../../sign-in/selectors';
import type { SignInState } from '../../sign-in/state';
import { isPasted, takesStatement } from '../create-and-import/statement';

/** What was typed the last time, as far as it is known. */
export function fieldsOf({ receiver, region }: OpenAdditionView): ReceiverFields {
  const { preset, name, accountId, needsGrants, asks } = receiver;
  const terms = asks?.from === 'card' || asks?.from === 'later' ? asks.terms : undefined;
  const answers = asks?.from === 'preset' || asks?.from === 'card' ? asks.answers : undefined;
  const pasted = asks?.from === 'statement' ? asks.text : '';
  return {
    preset,
    name,
    accountId,
    needsGrants,
    answers: answers ? textsOf(answers) : filledIn(terms),
    pasted,
    isLater: false,
    ...definedOnly({ region, terms }),
  };
}

const textsOf = (answers: ReceiverAnswers): ReceiverFields['answers'] =>
  Object.fromEntries(Object.entries(answers).map(([blank, typed]) => [blank, typed.join('\n')]));

/** Who is signed in for the key. One that was opened from a list may be in another Region than the sign-in. */
export const signedInTo = (
  { region, isOpened }: OpenAdditionView,
  signIn: SignInState,
): SignedInView | undefined =>
  signedInFor(signIn, region) ??
  (isOpened && signIn.attempt.at === 'signed-in' ? signIn.attempt.view : undefined);

/** Why the change cannot be shown yet; undefined when it can. */
export function missingIn(
  fields: ReceiverFields,
  signedIn: SignedInView | undefined,
  { accountId }: OpenAdditionView,
): 'refused' | 'account' | 'blank' | 'statement' | 'sign-in' | 'other-account' | undefined {
  if (refusesImported(fields)) return 'refused';
  if (asksForAccount(fields) && accountFault(fields.accountId) !== undefined) return 'account';
  if (emptyBlank(fields) !== undefined) return 'blank';
  if (fields.preset !== 'other' && takesStatement(fields) && !isPasted(fields)) return 'statement';
  if (signedIn === undefined) return 'sign-in';
  return signedIn.accountId === accountId ? undefined : 'other-account';
}

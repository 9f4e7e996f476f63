import { presetById } from '../../../main/receivers/presets';
import type {
  CardTerms,
  ReceiverAnswers,
  ReceiverBlank,
  ReceiverPreset,
} from '../../../main/shared/views/receiver';
import type { ReceiverFields } from './state';

/** One field: what is asked for, and what a card says of it already. */
export type AskedBlank = ReceiverBlank & Pick<CardTerms['blanks'][number], 'value'>;

/** Whose wishes are followed; undefined for another service. */
export function presetOf({ preset }: Pick<ReceiverFields, 'preset'>): ReceiverPreset | undefined {
  return presetById(preset);
}

/** The account that is typed into its own field; a preset may ask for none, or call it otherwise. */
export function accountBlank(receiver: ReceiverFields): ReceiverBlank | undefined {
  return presetOf(receiver)?.terms.blanks.find(({ kind }) => kind === 'account');
}

/** What a preset or a card asks for besides the account. */
export function otherBlanks(receiver: ReceiverFields): readonly AskedBlank[] {
  const account = accountBlank(receiver);
  return (receiver.isLater ? [] : (presetOf(receiver)?.terms.blanks ?? receiver.terms?.blanks ?? [])).filter(
    (blank) => blank !== account,
  );
}

export const answersTo = ({ answers }: ReceiverFields, { name }: ReceiverBlank): readonly string[] =>
  (answers[name] ?? '')
    .split(/[\n,;]/)
    .map((text) => text.trim())
    .filter((text) => text !== '');

export function emptyBlank(receiver: ReceiverFields): ReceiverBlank | undefined {
  return otherBlanks(receiver).find((blank) => answersTo(receiver, blank).length === 0);
}

/** What a card says already, of what it asks for. */
export const filledIn = (terms: CardTerms | undefined): ReceiverFields['answers'] =>
  Object.fromEntries((terms?.blanks ?? []).map(({ name, value = '' }) => [name, value]));

/** All that was filled in, by the names of the blanks. */
export function answersOf(receiver: ReceiverFields): ReceiverAnswers {
  const account = accountBlank(receiver);
  const others = otherBlanks(receiver).map((blank) => [blank.name, answersTo(receiver, blank)] as const);
  return Object.fromEntries(account ? [[account.name, [receiver.accountId]] as const, ...others] : others);
}

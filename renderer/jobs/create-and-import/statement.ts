import type { RequestOf } from '../../../main/shared/contract';
import { definedOnly } from '../../../main/shared/defined-only';
import type { StatementView, Unusual } from '../../../main/shared/views/statement';
import { presetById } from '../../../main/receivers/presets';
import { idle, settledOf, startWork, type Work } from '../../base/work';
import { answersOf } from './blanks';
import type { DraftState, ReceiverFields } from './state';

type Access = Pick<ReceiverFields, 'preset' | 'isLater' | 'terms'>;

/** Of a question that main has not been asked yet. */
const notAsked = 0;

/** Whether the receiver may say by a statement whom to let in: another service, or one that gives each customer one. */
export function takesStatement({ preset, isLater, terms: ofCard }: Access): boolean {
  if (isLater || ofCard !== undefined) return false;
  const terms = presetById(preset)?.terms;
  if (terms === undefined) return true;
  return terms.access.by === 'pasted-statement';
}

export const isPasted = (receiver: Access & Pick<ReceiverFields, 'pasted'>): boolean =>
  takesStatement(receiver) && receiver.pasted.trim() !== '';

/** What main explains: what was pasted, or what a card asks for with all of its blanks filled in. */
function writtenAsks(receiver: ReceiverFields): RequestOf<'readStatement'>['asks'] | undefined {
  if (isPasted(receiver)) return { from: 'statement', text: receiver.pasted };
  const { terms, isLater } = receiver;
  if (terms === undefined || isLater) return undefined;
  const answers = answersOf(receiver);
  const isFilled = Object.values(answers).every((typed) => typed.length > 0);
  return isFilled ? { from: 'card', terms, answers } : undefined;
}

/** Main is owed a question about what was pasted, and what it said last stays until then. */
export function owed({
  receiver,
  statement,
}: Pick<DraftState, 'receiver' | 'statement'>): Work<StatementView> {
  return writtenAsks(receiver) ? startWork(statement, notAsked) : idle;
}

/** What main is to be asked; undefined while nothing is owed. */
export function statementQuestion(state: DraftState): RequestOf<'readStatement'> | undefined {
  const { statement, receiver, owner } = state;
  if (statement.at !== 'working' || statement.requestId !== notAsked) return undefined;
  const asks = writtenAsks(receiver);
  return asks && { asks, ...definedOnly({ region: receiver.region, accountId: owner?.accountId }) };
}

/** What is shown of the statement: the last answer, and none beside a refusal. */
export function statementOf({ statement }: Pick<DraftState, 'statement'>): StatementView | undefined {
  const settled = settledOf(statement);
  return settled.at === 'ready' ? settled.view : undefined;
}

/** Names one unusual thing, so that another one is not taken for it. */
export const unusualId = ({ sid, what, word }: Unusual): string => JSON.stringify([sid, what, word]);

function unconfirmed(state: Pick<DraftState, 'statement' | 'confirmed'>): readonly Unusual[] {
  const unusual = statementOf(state)?.unusual ?? [];
  return unusual.filter((one) => !state.confirmed.includes(unusualId(one)));
}

/** Whether the statement lets in somebody of the own account, which is known from the sign-in on. */
export const namesOwn = (state: Pick<DraftState, 'statement'>): boolean =>
  statementOf(state)?.unusual.some(({ what }) => what === 'ownPrincipal') ?? false;

/** Why nobody can go on with what was pasted; undefined where they can, or where nothing was. */
export function missingInStatement(
  state: DraftState,
): 'statement' | 'reading' | 'refused-statement' | 'unusual' | undefined {
  const { receiver, statement } = state;
  if (writtenAsks(receiver) === undefined) {
    return takesStatement(receiver) && presetById(receiver.preset) ? 'statement' : undefined;
  }
  switch (statement.at) {
    case 'idle':
    case 'working':
      return 'reading';
    case 'failed':
      return 'refused-statement';
    case 'ready':
      return unconfirmed(state).length > 0 ? 'unusual' : undefined;
  }
}

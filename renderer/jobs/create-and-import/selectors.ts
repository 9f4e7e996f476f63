import type { KeyDraft, ReceiverChoice, SignedInView } from '../../../main/shared/views/aws';
import type { CopyPurpose } from '../../../main/shared/views/custody';
import { definedOnly } from '../../../main/shared/defined-only';
import { materialLengthIn } from '../../../main/shared/kms-words';
import type { CardNoteView, ReceiverCardView } from '../../../main/shared/views/receiver-card';
import type { MaterialChoice } from '../../../main/shared/views/app';
import { materialOf, missingIn as missingInCustody } from '../../custody/selectors';
import type { MaterialSource } from '../../custody/state';
import { presetById } from '../../../main/receivers/presets';
import type { ReceiverAsks } from '../../../main/shared/views/receiver';
import { otherService } from '../../words/create-and-import/receiver';
import { suggestedDescription } from '../../words/create-and-import/key';
import { accountBlank, answersOf, emptyBlank, presetOf } from './blanks';
import { isPrincipalArn } from './principal-arn';
import { suggestedAlias } from './suggested-alias';
import { expiryOf } from '../../intake/expiry';
import { shownOf } from '../../base/work';
import { isPasted, missingInStatement, statementOf } from './statement';
import type { DraftState, ReceiverFields } from './state';

export const accountDigits = 12;

/** People write account numbers with spaces and dashes, which are not part of them. */
export function typedAccount(text: string): string {
  return text.replaceAll(/[\s\-\u2010-\u2015]/g, '');
}

export function accountFault(accountId: string): 'empty' | 'arn' | 'characters' | 'length' | undefined {
  if (accountId === '') return 'empty';
  if (/^arn:/i.test(accountId)) return 'arn';
  if (!/^\d+$/.test(accountId)) return 'characters';
  return accountId.length === accountDigits ? undefined : 'length';
}

export function cardOf({ card }: Pick<DraftState, 'card'>): ReceiverCardView | undefined {
  return shownOf(card);
}

/** What a card says besides goes only with whom it names: a key for somebody else does not concern it. */
function noteOf(state: DraftState): CardNoteView | undefined {
  const card = cardOf(state);
  const { preset, pasted, terms, isLater } = state.receiver;
  if (card === undefined || preset !== 'other') return undefined;
  if (card.terms !== undefined) return card.terms === terms ? card.note : undefined;
  if (isLater || card.isLater === true) return isLater === card.isLater ? card.note : undefined;
  const isOfCard =
    card.statement === undefined ? card.accountId === receiverAccount(state) : card.statement === pasted;
  return isOfCard ? card.note : undefined;
}

export function receiverName({ preset, name }: Pick<ReceiverFields, 'preset' | 'name'>): string {
  const known = presetById(preset);
  if (known) return known.name;
  return name.trim() === '' ? otherService : name.trim();
}

export function asksForAccount(receiver: ReceiverFields): boolean {
  if (receiver.isLater) return false;
  if (presetOf(receiver)) return accountBlank(receiver) !== undefined;
  return receiver.terms === undefined && !isPasted(receiver);
}

/** As it was typed, or as the statement names it. */
function receiverAccount({ receiver, statement }: Pick<DraftState, 'receiver' | 'statement'>): string {
  return asksForAccount(receiver) ? receiver.accountId : (statementOf({ statement })?.accountId ?? '');
}

/** Whether the receiver takes no key with imported material. */
export function refusesImported(receiver: ReceiverFields): boolean {
  return presetOf(receiver)?.terms.imported.answer === 'no';
}

/** Undefined where the account as a whole is let in, as the AWS console does it. */
function asksOf(receiver: ReceiverFields): ReceiverAsks | undefined {
  const { terms } = receiver;
  if (receiver.isLater) return { from: 'later', ...definedOnly({ terms }) };
  if (isPasted(receiver)) return { from: 'statement', text: receiver.pasted };
  const answers = answersOf(receiver);
  if (terms !== undefined) return { from: 'card', terms, answers };
  const access = presetOf(receiver)?.terms.access;
  return access === undefined || access.by === 'console' ? undefined : { from: 'preset', answers };
}

export function aliasOf({ key, receiver, year }: DraftState): string {
  return key.alias ?? suggestedAlias(receiverName(receiver), year, key.aliasSuggestion);
}

export function descriptionOf({ key, receiver }: DraftState): string {
  return key.description ?? suggestedDescription(receiverName(receiver));
}

export function materialChoice({ material, receiver }: DraftState): MaterialChoice | undefined {
  return materialOf(material.custody, materialLengthIn(receiver.region));
}

/**
 * What the material and its copy are for; undefined until somebody has signed in.
 *
 * @param run that needs its material again
 */
export function copyPurpose(state: DraftState, run?: string): CopyPurpose | undefined {
  const { owner, material, receiver } = state;
  const { wrappingKeySpec, wrappingAlgorithm } = material;
  return (
    owner && {
      session: owner.session,
      alias: aliasOf(state).trim(),
      receiver: { name: receiverName(receiver), accountId: receiverAccount(state) },
      wrappingKeySpec,
      wrappingAlgorithm,
      lengthBytes: materialLengthIn(receiver.region),
      ...definedOnly({ run }),
    }
  );
}

/** Where the material can come from. */
export const materialSources = ['generate', 'file', 'restore'] as const satisfies readonly MaterialSource[];

/** Why the step that is showing is not done yet; undefined when it is. */
export type Missing =
  | 'refused'
  | 'account'
  | 'blank'
  | 'statement'
  | 'reading'
  | 'refused-statement'
  | 'unusual'
  | 'region'
  | 'sign-in'
  | 'own-account'
  | 'alias'
  | 'alias-taken'
  | 'principal'
  | 'plan'
  | 'file'
  | 'copy'
  | 'new-key'
  | 'expiry'
  | 'understanding';

export function missingIn(
  state: DraftState,
  now: Date,
  signedIn: SignedInView | undefined,
): Missing | undefined {
  switch (state.step) {
    case 'receiver':
      return missingInReceiver(state);
    case 'sign-in':
      if (signedIn === undefined) return 'sign-in';
      return asksForAccount(state.receiver) && signedIn.accountId === state.receiver.accountId
        ? 'own-account'
        : missingInStatement(state);
    case 'key':
      return missingInKey(state);
    case 'material': {
      const missing = missingInCustody(state.material.custody);
      if (missing !== undefined) return missing;
      return expiryOf(state.material.expiry, now) ? undefined : 'expiry';
    }
    case 'review':
      if (state.plan.at !== 'ready') return 'plan';
      if (state.plan.view.alias === 'taken') return 'alias-taken';
      return state.isUnderstood ? undefined : 'understanding';
  }
}

export function missingInReceiver(state: DraftState): Missing | undefined {
  const { receiver } = state;
  if (refusesImported(receiver)) return 'refused';
  if (asksForAccount(receiver) && accountFault(receiver.accountId) !== undefined) return 'account';
  if (emptyBlank(receiver) !== undefined) return 'blank';
  const missing = missingInStatement(state);
  if (missing !== undefined && missing !== 'reading') return missing;
  return receiver.region === undefined ? 'region' : missing;
}

/** What a card said for the key step that was skipped; undefined where it was not. */
export function takenFromCard(
  state: DraftState,
): { readonly receiver: string; readonly alias: string } | undefined {
  const card = cardOf(state);
  return state.isKeySkipped && card ? { receiver: card.name, alias: aliasOf(state) } : undefined;
}

/** A person who has a card types nothing on that step, and sees on the last one what it would have said. */
export function maySkipKey(state: DraftState): boolean {
  return cardOf(state) !== undefined && aliasOf(state).trim() !== '';
}

export function missingInKey(state: DraftState): Missing | undefined {
  if (aliasOf(state).trim() === '') return 'alias';
  if (Object.values(state.key.typed).some((text) => text.trim() !== '')) return 'principal';
  if (state.plan.at === 'ready' && state.plan.view.alias === 'taken') return 'alias-taken';
  return state.plan.at === 'failed' ? 'plan' : undefined;
}

/** Whom to let in, as far as it has been said. */
export function receiverChoice(state: DraftState): ReceiverChoice {
  return choiceOf(state, noteOf(state));
}

/** @param note what the receiver's card said besides. */
export function choiceOf(
  state: Pick<DraftState, 'receiver' | 'statement'>,
  note?: CardNoteView,
): ReceiverChoice {
  const { receiver } = state;
  const { preset, needsGrants } = receiver;
  const accountId = receiverAccount(state);
  const details = definedOnly({ note, asks: asksOf(receiver) });
  return { preset, name: receiverName(receiver), accountId, needsGrants, ...details };
}

/**
 * What main is asked to plan; undefined while there is nothing to plan yet. It starts at the key step, so that the
 * policy can be shown: what later steps add has a value from the beginning, or is left out.
 */
export function keyDraft(state: DraftState, now: Date): KeyDraft | undefined {
  const { step, owner, key, material } = state;
  if (owner === undefined || step === 'receiver' || step === 'sign-in') return undefined;
  const chosen = materialChoice(state);
  const expiry = expiryOf(material.expiry, now);
  // A copy names the alias: after the key step was skipped, it has to be known to be free before the copy is made.
  const isForLooking = step === 'key' || (step === 'material' && state.lastPlan === undefined);
  if (!isForLooking && (chosen === undefined || expiry === undefined)) return undefined;
  return {
    session: owner.session,
    receiver: receiverChoice(state),
    alias: aliasOf(state).trim(),
    description: descriptionOf(state).trim(),
    tags: key.tags.filter((tag) => tag.key !== ''),
    administrators: key.administrators,
    users: key.users,
    multiRegion: key.multiRegion,
    expiry: expiry ?? { kind: 'never' },
    wrappingKeySpec: material.wrappingKeySpec,
    wrappingAlgorithm: material.wrappingAlgorithm,
    ...definedOnly({ material: chosen }),
  };
}

/** Whether the person who creates the key gives up managing it, except by IAM permissions. */
export function leavesOutCaller(state: DraftState): boolean {
  const caller = callerOf(state);
  return caller !== undefined && !state.key.administrators.includes(caller);
}

/** The user or role who is signed in, where a key policy can name them; undefined for the root of an account. */
export function callerOf({ owner }: DraftState): string | undefined {
  return owner !== undefined && isPrincipalArn(owner.principalArn) ? owner.principalArn : undefined;
}

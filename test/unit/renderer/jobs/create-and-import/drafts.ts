import { ok } from '../../../../../main/shared/result';
import type { PlanView, SignedInView } from '../../../../../main/shared/views/aws';
import { reduce } from '../../../../../renderer/jobs/create-and-import/reduce';
import {
  newDraft,
  type DraftAction,
  type DraftState,
} from '../../../../../renderer/jobs/create-and-import/state';
import type { CustodyAction } from '../../../../../renderer/custody/state';
import { planView, region, signedInView, theirs } from '../../ceremony-views';
import { noCopy } from '../../custody/steps';

/** What happens in the create-and-import job, one name a thing that a person or main does. */
export const now = new Date('2026-11-23T12:00:00.000Z');
export const fresh = newDraft(now);
export const after = (actions: readonly DraftAction[], from: DraftState = fresh): DraftState =>
  actions.reduce(reduce, from);
export const next = (signedIn: SignedInView = signedInView): DraftAction => ({
  type: 'nextChosen',
  now,
  signedIn,
});
export const nextSignedOut: DraftAction = { type: 'nextChosen', now, signedIn: undefined };
export const planned = (requestId: number, view: PlanView = planView): readonly DraftAction[] => [
  { type: 'planAsked', requestId },
  { type: 'planAnswered', requestId, result: ok(view) },
];
export const custody = (...actions: readonly CustodyAction[]): readonly DraftAction[] =>
  actions.map((action) => ({ type: 'custody', action }));
const receiverFilled: DraftAction = {
  type: 'receiverChanged',
  change: { accountId: theirs, region },
};
export const atSignIn = after([receiverFilled, nextSignedOut]);
export const atKey = after([{ type: 'signedIn', view: signedInView }, next()], atSignIn);
export const atMaterial = after([...planned(1), next()], atKey);
/** Ready to be reviewed, without a copy. */
export const atReview = after([...custody(noCopy), ...planned(2), next()], atMaterial);

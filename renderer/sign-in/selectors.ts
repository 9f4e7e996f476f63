import type { PreflightView, SignedInView } from '../../main/shared/views/aws';
import { definedOnly } from '../../main/shared/defined-only';
import { settledOf } from '../base/work';
import type { SignInState, SignInWay, Surroundings } from './state';

export function surroundingsOf(state: SignInState): Surroundings | undefined {
  const settled = settledOf(state.surroundings);
  return settled.at === 'ready' ? settled.view : undefined;
}

/** Most people who use no terminal have no profiles; for them, the browser is the way that works. */
export function wayOf(state: SignInState): SignInWay {
  if (state.chosenWay) return state.chosenWay;
  const profiles = surroundingsOf(state)?.profiles;
  return profiles?.length === 0 ? 'browser' : 'profile';
}

/** Who is signed in for this Region; a session holds for only one Region. */
export function signedInFor(state: SignInState, region: string | undefined): SignedInView | undefined {
  const { attempt } = state;
  return attempt.at === 'signed-in' && attempt.view.region === region ? attempt.view : undefined;
}

/** The Region that all profiles that name one agree on. Practice does not use profiles. */
export function regionOfProfiles(state: SignInState): string | undefined {
  if (state.mode === 'practice') return undefined;
  const named = new Set(surroundingsOf(state)?.profiles.flatMap(({ region }) => region ?? []));
  return named.size === 1 ? [...named][0] : undefined;
}

/** The answers about the permissions that a job needs; undefined stands for those of creating and importing a key. */
export function accessFor(view: PreflightView, actions: readonly string[] | undefined): PreflightView {
  const rows = view.rows.filter(({ action, forGrants }) => actions?.includes(action) ?? forGrants !== true);
  if (rows.every(({ answer }) => answer === 'allowed')) return { rows };
  const isForGrants = rows.some(({ forGrants }) => forGrants);
  const missingStatement = isForGrants ? view.missingForGrants : view.missingStatement;
  return { rows, ...definedOnly({ missingStatement }) };
}

/** The permissions that the job cannot do without and that AWS denies. */
export function deniedActions({ rows }: PreflightView): readonly string[] {
  return rows.flatMap(({ action, answer, optional }) => (answer === 'denied' && !optional ? [action] : []));
}

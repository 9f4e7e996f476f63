import type { PreflightView, SignedInView } from '../../main/shared/views/aws';
import { settledOf } from '../base/work';
import type { SignInState, SignInWay, Surroundings } from './state';

export function surroundingsOf(state: SignInState): Surroundings | undefined {
  const settled = settledOf(state.surroundings);
  return settled.at === 'ready' ? settled.view : undefined;
}

/** Most people who use no terminal have no profiles; the browser then is the way that works. */
export function wayOf(state: SignInState): SignInWay {
  if (state.chosenWay) return state.chosenWay;
  const profiles = surroundingsOf(state)?.profiles;
  return profiles?.length === 0 ? 'browser' : 'profile';
}

/** Who is signed in for this Region; a session holds for one Region alone. */
export function signedInFor(state: SignInState, region: string | undefined): SignedInView | undefined {
  const { attempt } = state;
  return attempt.at === 'signed-in' && attempt.view.region === region ? attempt.view : undefined;
}

/** The Region that all profiles agree on, of those that name one. Practice has nothing to do with them. */
export function regionOfProfiles(state: SignInState): string | undefined {
  if (state.mode === 'practice') return undefined;
  const named = new Set(surroundingsOf(state)?.profiles.flatMap(({ region }) => region ?? []));
  return named.size === 1 ? [...named][0] : undefined;
}

/** What is said of the permissions that a job needs; undefined takes all. */
export function accessFor(view: PreflightView, actions: readonly string[] | undefined): PreflightView {
  if (actions === undefined) return view;
  const rows = view.rows.filter(({ action }) => actions.includes(action));
  return rows.every(({ answer }) => answer === 'allowed') ? { rows } : { ...view, rows };
}

/** What the job cannot do without and AWS says it may not. */
export function deniedActions({ rows }: PreflightView): readonly string[] {
  return rows.flatMap(({ action, answer, optional }) => (answer === 'denied' && !optional ? [action] : []));
}

import type { Page } from 'playwright';
import type {} from '../../renderer/base/api';
import type { KeyDraft, RunRow, SignInAnswer } from '../../main/shared/views/aws';
import { noCopyConfirmation } from '../../main/shared/views/custody';

export type BenchDraft = Omit<KeyDraft, 'session' | 'administrators'>;

export const draftFor = (alias: string): BenchDraft => ({
  receiver: { preset: 'bluescape', name: 'Bluescape', accountId: '222233334444', needsGrants: true },
  alias,
  description: 'By the app',
  tags: [{ key: 'Made', value: 'by-app' }],
  users: [],
  multiRegion: false,
  expiry: { kind: 'never' },
  wrappingKeySpec: 'RSA_2048',
  wrappingAlgorithm: 'RSAES_OAEP_SHA_256',
  material: { from: 'generate', lengthBytes: 32, confirmation: noCopyConfirmation },
});

export type SignedIn = Extract<SignInAnswer, { state: 'signed-in' }>['signedIn'];

/** Signs in as the page does. */
export async function signIn(
  page: Page,
  request: { readonly by: 'practice' } | { readonly by: 'profile'; readonly profile: string },
): Promise<SignedIn> {
  return await page.evaluate(async (by) => {
    const answer = await window.keyferry.signIn({ ...by, region: 'eu-central-1' });
    if (!answer.ok || answer.value.state !== 'signed-in') throw new Error(JSON.stringify(answer));
    return answer.value.signedIn;
  }, request);
}

/** Plans and runs with the verbs that the page uses. @returns the rows of the run, and how long everything took */
export async function createAndImport(
  page: Page,
  signedIn: SignedIn,
  draft: BenchDraft,
): Promise<{ milliseconds: number; rows: readonly RunRow[] }> {
  const { session, principalArn, accountId } = signedIn;
  // Other servers have no user; the practice AWS has this one.
  const person = principalArn.endsWith(':root')
    ? `arn:aws:iam::${accountId}:user/amira.haddad`
    : principalArn;
  const whole = { ...draft, session, administrators: [person] };
  return await page.evaluate(async (planned) => {
    const started = performance.now();
    const plan = await window.keyferry.planKey({ draft: planned });
    if (!plan.ok) throw new Error(JSON.stringify(plan.error));
    const run = await window.keyferry.createAndImport({ plan: plan.value.plan });
    if (!run.ok || run.value.handOver === undefined) throw new Error(JSON.stringify(run));
    return { milliseconds: performance.now() - started, rows: run.value.rows };
  }, whole);
}

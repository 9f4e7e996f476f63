import { randomUUID } from 'node:crypto';
import {
  checkAlias,
  checkDescription,
  checkExpiry,
  checkPolicySize,
  checkPrincipal,
  checkTags,
} from '../aws/check-key';
import {
  describePolicy,
  keyPolicyText,
  makeKeyPolicy,
  type KeyPolicy,
  type ReceiverAccess,
} from '../aws/policy/key-policy';
import { readPolicy } from '../aws/policy/read-policy';
import type { AwsSession } from '../aws/session';
import type { KeyDraft, PlanView, SignedInView, TagView } from '../shared/views/aws';
import { definedOnly } from '../shared/defined-only';
import { localError, type AppError } from '../shared/errors';
import { usesAesKeyWrap } from '../shared/kms-words';
import { err, ok, type Result } from '../shared/result';
import type { CardNoteView } from '../shared/views/receiver-card';
import type { MaterialChoice } from '../shared/views/app';
import { maxContactChars, maxStepChars } from '../receivers/card-shape';
import { lineFault } from '../receivers/plain-line';
import { awsClock, type Clock } from './calls';
import type { KeyPlan } from '../schemas/key';
import { resolveReceiver } from './receiver-access';
import { without } from '../shared/without';
import type { Custody } from '../custody/custody';
import { factsOf, type ChosenMaterial } from '../custody/material-choice';

export const ceremonyTagKey = 'keyferry:ceremony';

/** The API operations of a run, in their order. */
const calls = [
  'CreateKey',
  'CreateAlias',
  'GetParametersForImport',
  'ImportKeyMaterial',
  'DescribeKey',
  'Encrypt',
  'Decrypt',
  'GetKeyPolicy',
];

/**
 * Checks a draft, composes its key policy and looks whether the alias is free. Changes nothing in AWS.
 *
 * Errors: receiver.*, card.text, key.*, copy.notConfirmed, copy.gone, material.gone, material.wrongLength. That an
 * alias could not be looked up is no error.
 */
export async function planKey(
  draft: KeyDraft,
  session: AwsSession,
  custody: Pick<Custody, 'materialOf'>,
  clock: Clock,
): Promise<Result<{ readonly plan: KeyPlan; readonly view: PlanView }>> {
  const own = session.view;
  const composed = composePlan(draft, own, awsClock(clock, session).now());
  if (!composed.ok) return composed;
  const missing = await missingOwnRole(composed.value, session);
  if (missing !== undefined) return err(localError('receiver', 'receiver.ownRoleMissing', { role: missing }));
  const material = draft.material && materialFor(draft.material, custody, own.partition);
  if (material?.ok === false) return material;
  const alias = await aliasState(session, draft.alias);
  if (!alias.ok) return alias;

  // A copy that was made before its key existed names the ceremony, so that its key can be found by the tag.
  const named = material?.value.from === 'held' ? material.value.held.ceremony : undefined;
  const ceremonyTag = { key: ceremonyTagKey, value: named ?? randomUUID() };
  const plan = { ...composed.value, ceremonyTag };
  const { mode, region, accountId } = own;
  const { policyJson } = plan;
  return ok({
    plan,
    view: {
      plan: randomUUID(),
      mode,
      region,
      accountId,
      draft: { ...plan.draft, ...definedOnly({ material: draft.material }) },
      statements: readPolicy(JSON.parse(policyJson)),
      policyJson,
      alias: alias.value,
      calls,
    },
  });
}

/**
 * The first role of the own account that lets the receiver in and is not there. AWS would refuse the policy for it, and
 * not say which it is.
 */
async function missingOwnRole(
  { draft, statements }: Omit<KeyPlan, 'ceremonyTag'>,
  { view, iam }: AwsSession,
): Promise<string | undefined> {
  const ours = `arn:${view.partition}:iam::${view.accountId}:role/`;
  // Administrators and users are chosen from what there is, or typed by those who know them.
  const known = new Set([...draft.administrators, ...draft.users]);
  const named = new Set(statements.flatMap(({ principals }) => principals));
  for (const arn of named) {
    if (arn.startsWith(ours) && !known.has(arn) && (await iam.hasRole(arn)) === false) return arn;
  }
  return undefined;
}

/**
 * Checks a draft and composes its key policy, for a new plan and for one that comes from a note: a policy is never read
 * from anywhere. Errors: receiver.*, card.text, key.*.
 */
export function composePlan(
  draft: KeyDraft,
  own: SignedInView,
  now: Date,
): Result<Omit<KeyPlan, 'ceremonyTag'>> {
  const receiver = resolveReceiver(draft.receiver, own);
  if (!receiver.ok) return receiver;
  const checked = checkDraft(draft, own, now);
  if (!checked.ok) return checked;
  const policy = policyOf(checked.value, own, receiver.value.access);
  const sids = policy.Statement.map(({ Sid }) => Sid);
  const taken = sids.find((sid, at) => sids.indexOf(sid) < at);
  if (taken !== undefined) return err(localError('receiver', 'receiver.sidTaken', { sid: taken }));
  const policyJson = checkPolicySize(keyPolicyText(policy));
  if (!policyJson.ok) return policyJson;
  return ok({
    draft: {
      ...without(checked.value, 'material'),
      receiver: { ...draft.receiver, accountId: receiver.value.accountId },
    },
    policyJson: policyJson.value,
    statements: describePolicy(policy),
  });
}

/** The key policy of a draft, whose receiver is let in by `receiver`. */
export function policyOf(
  { administrators, users, multiRegion }: Pick<KeyDraft, 'administrators' | 'users' | 'multiRegion'>,
  { accountId, partition }: Pick<SignedInView, 'accountId' | 'partition'>,
  receiver: ReceiverAccess,
): KeyPolicy {
  return makeKeyPolicy({ partition, accountId, administrators, users, receiver, multiRegion });
}

/** @returns the draft with the principals as AWS writes them. */
function checkDraft(draft: KeyDraft, own: SignedInView, now: Date): Result<KeyDraft> {
  const reserved: TagView = { key: ceremonyTagKey, value: '' };
  for (const check of [
    checkAlias(draft.alias),
    checkDescription(draft.description),
    checkTags(draft.tags, [reserved]),
    checkExpiry(draft.expiry, now),
  ]) {
    if (!check.ok) return check;
  }
  const note = checkNote(draft.receiver.note);
  if (!note.ok) return note;
  const administrators = checkAll(draft.administrators, own);
  if (!administrators.ok) return administrators;
  const users = checkAll(draft.users, own);
  if (!users.ok) return users;
  if (usesAesKeyWrap(draft.wrappingAlgorithm)) {
    return err(localError('key', 'key.wrappingAlgorithm', { algorithm: draft.wrappingAlgorithm }));
  }
  return ok({
    ...draft,
    administrators: administrators.value,
    users: users.value,
  });
}

/** SECURITY: the page had it from a card that was checked; what it says now goes into the summary all the same. */
function checkNote(note: CardNoteView | undefined): Result<null> {
  if (note === undefined) return ok(null);
  const { where = [], stepsBefore = [], steps = [], aftercare = [] } = note;
  const contact = lineFault(note.contact, 'contact', maxContactChars);
  const text = [where, stepsBefore, steps, aftercare]
    .flat()
    .map((line) => lineFault(line, 'contact', maxStepChars))
    .find((fault) => fault !== undefined);
  const fault = contact ?? text;
  const field = contact === undefined ? 'steps' : 'contact';
  return fault === undefined ? ok(null) : err(localError('receiver', 'card.text', { field, ...fault }));
}

function checkAll(arns: readonly string[], own: SignedInView): Result<readonly string[]> {
  const checked: string[] = [];
  for (const [at, arn] of arns.entries()) {
    const principal = checkPrincipal(arn, own);
    if (!principal.ok) {
      const facts = { ...principal.error.facts, principal: arn.slice(0, 200), number: at + 1 };
      return err<AppError>({ ...principal.error, facts });
    }
    checked.push(principal.value);
  }
  return ok(checked);
}

/** Symmetric keys have 32 bytes; in the China Regions, where the cipher is SM4, 16. */
export function materialFor(
  material: MaterialChoice,
  custody: Pick<Custody, 'materialOf'>,
  partition: string,
): Result<ChosenMaterial> {
  const expectedBytes = partition === 'aws-cn' ? 16 : 32;
  const chosen = custody.materialOf(material);
  if (!chosen.ok) return chosen;
  const { kind, lengthBytes: actualBytes } = factsOf(chosen.value);
  return kind === 'symmetric' && actualBytes === expectedBytes
    ? chosen
    : err(localError('material', 'material.wrongLength', { actualBytes, expectedBytes }));
}

/** `unknown` when the caller may not list aliases: CreateAlias will tell. */
async function aliasState({ kms }: AwsSession, alias: string): Promise<Result<PlanView['alias']>> {
  const found = await kms.findAlias(`alias/${alias}`);
  if (found.outcome === 'done') return ok(found.value === undefined ? 'free' : 'taken');
  return found.error.code === 'aws.accessDenied' ? ok('unknown') : err(found.error);
}

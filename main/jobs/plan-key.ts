import { randomUUID } from 'node:crypto';
import {
  checkAlias,
  checkDescription,
  checkExpiry,
  checkPolicySize,
  checkPrincipal,
  checkTags,
} from '../aws/check-key';
import { checkReceiverAccount } from '../aws/check-receiver';
import { describePolicy, keyPolicyText, makeKeyPolicy } from '../aws/key-policy';
import type { AwsSession } from '../aws/session';
import type { KeyDraft, PlanView, SignedInView, TagView } from '../shared/aws-views';
import { localError, type AppError } from '../shared/errors';
import { usesAesKeyWrap } from '../shared/kms-words';
import { err, ok, type Result } from '../shared/result';
import { awsClock, type Clock } from './calls';
import type { KeyPlan, RunMaterial } from './ceremony-run';
import type { MaterialDesk } from './material-desk';

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
 * Errors: receiver.*, key.*, material.gone, material.wrongLength. That an alias could not be looked up is no error.
 */
export async function planKey(
  draft: KeyDraft,
  session: AwsSession,
  materials: Pick<MaterialDesk, 'find'>,
  clock: Clock,
): Promise<Result<{ readonly plan: KeyPlan; readonly view: PlanView }>> {
  const own = session.view;
  const checked = checkDraft(draft, own, awsClock(clock, session).now());
  if (!checked.ok) return checked;
  const material = materialOf(checked.value, materials, own.partition);
  if (!material.ok) return material;

  const { receiver, administrators, users, multiRegion } = checked.value;
  const { accountId, partition } = own;
  const policy = makeKeyPolicy({ partition, accountId, administrators, users, receiver, multiRegion });
  const policyJson = checkPolicySize(keyPolicyText(policy));
  if (!policyJson.ok) return policyJson;
  const alias = await aliasState(session, draft.alias);
  if (!alias.ok) return alias;

  const ceremonyTag = { key: ceremonyTagKey, value: randomUUID() };
  const plan = {
    draft: checked.value,
    policyJson: policyJson.value,
    statements: describePolicy(policy),
    ceremonyTag,
  };
  const { mode, region } = own;
  const { statements } = plan;
  return ok({
    plan,
    view: {
      plan: randomUUID(),
      mode,
      region,
      accountId,
      draft: checked.value,
      statements,
      policyJson: policyJson.value,
      alias: alias.value,
      calls,
    },
  });
}

/** @returns the draft with the receiver's digits and the principals as AWS writes them. */
function checkDraft(draft: KeyDraft, own: SignedInView, now: Date): Result<KeyDraft> {
  const receiverAccount = checkReceiverAccount(draft.receiver.accountId, own);
  if (!receiverAccount.ok) return receiverAccount;
  const reserved: TagView = { key: ceremonyTagKey, value: '' };
  for (const check of [
    checkAlias(draft.alias),
    checkDescription(draft.description),
    checkTags(draft.tags, [reserved]),
    checkExpiry(draft.expiry, now),
  ]) {
    if (!check.ok) return check;
  }
  const administrators = checkAll(draft.administrators, own);
  if (!administrators.ok) return administrators;
  const users = checkAll(draft.users, own);
  if (!users.ok) return users;
  if (usesAesKeyWrap(draft.wrappingAlgorithm)) {
    return err(localError('key', 'key.wrappingAlgorithm', { algorithm: draft.wrappingAlgorithm }));
  }
  return ok({
    ...draft,
    receiver: { ...draft.receiver, accountId: receiverAccount.value },
    administrators: administrators.value,
    users: users.value,
  });
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
export function materialOf(
  { material }: Pick<KeyDraft, 'material'>,
  materials: Pick<MaterialDesk, 'find'>,
  partition: string,
): Result<RunMaterial> {
  const expectedBytes = partition === 'aws-cn' ? 16 : 32;
  const file = material.from === 'file' ? materials.find(material.handle) : undefined;
  if (material.from === 'file' && file === undefined) return err(localError('material', 'material.gone'));
  const actualBytes = material.from === 'generate' ? material.lengthBytes : file?.inspected.lengthBytes;
  if (actualBytes !== expectedBytes) {
    const facts = { actualBytes: actualBytes ?? 0, expectedBytes };
    return err(localError('material', 'material.wrongLength', facts));
  }
  if (material.from === 'generate') return ok(material);
  return file === undefined ? err(localError('material', 'material.gone')) : ok({ from: 'file', file });
}

/** `unknown` when the caller may not list aliases: CreateAlias will tell. */
async function aliasState({ kms }: AwsSession, alias: string): Promise<Result<PlanView['alias']>> {
  const found = await kms.findAlias(`alias/${alias}`);
  if (found.outcome === 'done') return ok(found.value === undefined ? 'free' : 'taken');
  return found.error.code === 'aws.accessDenied' ? ok('unknown') : err(found.error);
}

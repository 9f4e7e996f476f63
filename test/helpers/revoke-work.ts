import {
  CreateGrantCommand,
  GetKeyPolicyCommand,
  ListGrantsCommand,
  PutKeyPolicyCommand,
} from '@aws-sdk/client-kms';
import type { PracticeOptions } from '../../main/practice/options';
import type { RunView } from '../../main/shared/contract';
import type { Result } from '../../main/shared/result';
import type { ActPlanView, KeyAct } from '../../main/shared/views/acts';
import { beginLife, type Life } from '../faults/life';
import { planned } from './act-work';
import type { createBench, House } from './ceremony-bench';
import { needed } from './import-material';
import { valueOf } from './results';

type Bench = Awaited<ReturnType<typeof createBench>>;

/** The receiver of the usual draft. */
export const receiver = '444455556666';
export const role = (name: string, account = receiver): string => `arn:aws:iam::${account}:role/${name}`;
/** A role of the receiver, by the access key that practice knows it by. */
export const stranger = { accessKeyId: 'AKIARECEIVER', arn: role('Reader') } as const;

export const revoke = (accountId = receiver): Extract<KeyAct, { do: 'revoke-receiver' }> => ({
  do: 'revoke-receiver',
  accountId,
  grants: [],
  mends: false,
});

/** A key whose policy lets the receiver in, with so many grants of it and one of somebody else. */
export async function keyWithReceiver({
  grants = 1,
  house = {},
  options = {},
  folder,
}: Wanted = {}): Promise<{ readonly life: Life; readonly keyArn: string }> {
  const life = await beginLife({ strangers: [stranger], ...options }, house, folder);
  const run = await life.bench.create();
  const keyArn = needed(run.handOver?.keyArn);
  for (let number = 0; number < grants; number++) await grantTo(life.bench, keyArn, role(`Reader-${number}`));
  await grantTo(life.bench, keyArn, role('Other', '333344445555'));
  return { life, keyArn };
}

interface Wanted {
  readonly grants?: number;
  readonly house?: House;
  readonly options?: Partial<PracticeOptions>;
  readonly folder?: string;
}

export async function grantTo({ outside }: Bench, KeyId: string, GranteePrincipal: string): Promise<string> {
  const made = await outside.send(
    new CreateGrantCommand({ KeyId, GranteePrincipal, Operations: ['Decrypt', 'DescribeKey'] }),
  );
  return needed(made.GrantId);
}

/** Confirms what was shown, with what is ticked by itself. */
export async function carryOut(
  bench: Bench,
  { plan, act }: ActPlanView,
  { mends = false }: { readonly mends?: boolean } = {},
): Promise<Result<RunView>> {
  const { session } = bench.session.view;
  if (act.do !== 'revoke-receiver') throw new Error(`${act.do} was planned.`);
  return await bench.carryOut({ plan, session, act: { ...act, mends } });
}

/** Everything that a person does, with what is ticked by itself. */
export async function revokeOn(bench: Bench, keyArn: string, accountId = receiver): Promise<RunView> {
  return valueOf(await carryOut(bench, valueOf(await planned(bench, keyArn, revoke(accountId)))));
}

export async function policyOf({ outside }: Bench, KeyId: string): Promise<string> {
  return needed((await outside.send(new GetKeyPolicyCommand({ KeyId }))).Policy);
}

/** ARNs of those who hold grants, in order. */
export async function granteesOf({ outside }: Bench, KeyId: string): Promise<readonly string[]> {
  const { Grants = [] } = await outside.send(new ListGrantsCommand({ KeyId, Limit: 100 }));
  return Grants.map(({ GranteePrincipal = '' }) => GranteePrincipal).sort();
}

export async function putPolicy({ outside }: Bench, KeyId: string, Policy: string): Promise<void> {
  await outside.send(new PutKeyPolicyCommand({ KeyId, Policy, BypassPolicyLockoutSafetyCheck: true }));
}

import { GetKeyPolicyCommand, ListGrantsCommand } from '@aws-sdk/client-kms';
import type { Life } from '../faults/life';
import { beginLife } from '../faults/life';
import type { PracticeOptions } from '../../main/practice/options';
import type { AdditionPlanView, OpenAdditionView } from '../../main/shared/views/addition';
import type { ReceiverChoice } from '../../main/shared/views/aws';
import type { RunView } from '../../main/shared/contract';
import { valueOf, type createBench, type House } from './ceremony-bench';
import { needed } from './import-material';

type Bench = Awaited<ReturnType<typeof createBench>>;

export const snowflakePrincipal = 'arn:aws:iam::210987654321:user/externalstages/ab-1';
export const webexUser = 'arn:aws:iam::210987654321:user/webex-kms';

const later = (preset: string, name: string): ReceiverChoice => ({
  preset,
  name,
  accountId: '',
  needsGrants: false,
  asks: { from: 'later' },
});

/** What the receivers say once they know the ARN. */
export const answered = {
  snowflake: {
    ...later('snowflake', 'Snowflake Tri-Secret Secure'),
    asks: { from: 'preset', answers: { principal: [snowflakePrincipal] } },
  },
  webex: {
    ...later('webex', 'Webex (AWS KMS)'),
    asks: { from: 'preset', answers: { user: [webexUser] } },
  },
  other: { preset: 'other', name: 'Acme', accountId: '210987654321', needsGrants: true },
} as const satisfies Record<string, ReceiverChoice>;

/** A key at AWS whose receiver is still to be added. */
export async function keyWithoutReceiver(
  preset: 'snowflake' | 'webex' | 'other' = 'snowflake',
  options: Partial<PracticeOptions> = {},
  ...computer: readonly [house?: House, folder?: string]
): Promise<{ readonly life: Life; readonly addition: OpenAdditionView; readonly run: RunView }> {
  const life = await beginLife(options, ...computer);
  const run = await life.bench.create({ receiver: later(preset, answered[preset].name) });
  return { life, run, addition: needed(run.handOver?.toBeAdded) };
}

export const plan = async (
  bench: Bench,
  { work }: Pick<OpenAdditionView, 'work'>,
  receiver: ReceiverChoice = answered.snowflake,
) => await bench.planReceiver({ work, session: bench.session.view.session, receiver });

export const add = async (bench: Bench, view: AdditionPlanView): Promise<RunView> =>
  valueOf(await bench.addReceiver({ plan: view.plan, session: bench.session.view.session }));

export async function policyOf({ outside }: Bench, keyArn: string): Promise<string> {
  return needed((await outside.send(new GetKeyPolicyCommand({ KeyId: keyArn }))).Policy);
}

export const grantsOf = async ({ outside }: Bench, KeyId: string) =>
  (await outside.send(new ListGrantsCommand({ KeyId }))).Grants ?? [];

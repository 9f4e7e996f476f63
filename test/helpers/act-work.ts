import { DescribeKeyCommand, ScheduleKeyDeletionCommand } from '@aws-sdk/client-kms';
import { typedFor } from '../../main/shared/acts-typed';
import type { RunView } from '../../main/shared/contract';
import type { Result } from '../../main/shared/result';
import type { ActPlanView, KeyAct } from '../../main/shared/views/acts';
import { openedKey } from './again-work';
import type { createBench } from './ceremony-bench';
import { valueOf } from './results';

type Bench = Awaited<ReturnType<typeof createBench>>;

/** Opens the key, and asks what the act would do. */
export async function planned(bench: Bench, keyArn: string, act: KeyAct): Promise<Result<ActPlanView>> {
  const { key } = await openedKey(bench, keyArn);
  return await bench.planAct({ key, session: bench.session.view.session, act });
}

/** Everything that a person does to carry an act out, typing what is asked for. */
export const actOn = async (bench: Bench, keyArn: string, act: KeyAct): Promise<RunView> =>
  valueOf(await carriedOut(bench, keyArn, act));

/** The same, where it may be refused before it begins. */
export async function carriedOut(bench: Bench, keyArn: string, act: KeyAct): Promise<Result<RunView>> {
  const view = valueOf(await planned(bench, keyArn, act));
  const { plan } = view;
  const typed = typedFor(view, act);
  const { session } = bench.session.view;
  return await bench.carryOut({ plan, session, act, ...(typed === undefined ? {} : { typed }) });
}

/** Somebody lets AWS delete the key. */
export const scheduled = ({ outside }: Bench, keyArn: string): Promise<unknown> =>
  outside.send(new ScheduleKeyDeletionCommand({ KeyId: keyArn, PendingWindowInDays: 7 }));

/** The key as AWS has it, whoever asks. */
export const keyAt = async ({ outside }: Bench, keyArn: string) =>
  (await outside.send(new DescribeKeyCommand({ KeyId: keyArn }))).KeyMetadata;

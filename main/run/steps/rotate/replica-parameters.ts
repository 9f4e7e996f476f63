import type { FetchedParameters, KmsPort } from '../../../aws/kms-port';
import { isExpired } from '../../../parameters/validate-parameters';
import { readWrappingKey } from '../../../parameters/wrapping-key';
import type { Replica } from '../../../schemas/run';
import { localError, type AppError } from '../../../shared/errors';
import { limits } from '../../../shared/limits';
import { err, ok, type Result } from '../../../shared/result';
import { failed, type StepContext, type StepEnd } from '../../recipe';
import type { RotateRun } from '../../run';
import { replicaFailed } from './replica-failed';

type Parameters = NonNullable<Replica['parameters']>;

/**
 * Import parameters of each replica, before anything is changed anywhere: who may not fetch them there cannot import
 * there either. @returns how that ended, unless all of them are there.
 *
 * Errors: those of DescribeKey; rotate.replicaFailed.
 */
export async function replicaParameters(context: StepContext<RotateRun>): Promise<StepEnd | undefined> {
  const { run, kms, kmsIn, call } = context;
  // SECURITY: AWS names the Regions, whatever a note says.
  const described = await call('DescribeKey', () => kms.describeInFull(run.key.keyId));
  if (described.outcome !== 'done') return failed(described.error);
  const regions = described.value.multiRegion?.otherRegions ?? [];
  const replicas: Replica[] = [];
  for (const region of regions) {
    const fetched = await parametersIn(context, kmsIn(region), region);
    if (!fetched.ok) return failed(replicaFailed(fetched.error, region, 0, regions.length));
    replicas.push({ region, parameters: fetched.value });
  }
  run.replicas = replicas;
  return undefined;
}

async function parametersIn(
  { run, call, ports }: StepContext<RotateRun>,
  kms: KmsPort,
  region: string,
): Promise<Result<Parameters>> {
  const { wrappingAlgorithm, wrappingKeySpec } = run.fit;
  const fetched = await call('GetParametersForImport', () =>
    kms.getParametersForImport(run.key.keyId, wrappingAlgorithm, wrappingKeySpec),
  );
  if (fetched.outcome !== 'done') return err(fetched.error);
  const problem = whyNot(fetched.value, run, region, ports.clock.now());
  if (problem !== undefined) return err(problem);
  // SECURITY: the same gate as for every wrapping key.
  const wrappingKey = readWrappingKey(fetched.value.publicKey);
  if (!wrappingKey.ok) return wrappingKey;
  const { importToken, validTo } = fetched.value;
  return wrappingKey.value.spec === wrappingKeySpec
    ? ok({ wrappingKey: wrappingKey.value, importToken, validTo })
    : err(localError('run', 'aws.unexpected', { wrappingKeySpec: wrappingKey.value.spec }));
}

function whyNot(
  { keyArn, importToken, validTo }: FetchedParameters,
  { key }: RotateRun,
  region: string,
  now: Date,
): AppError | undefined {
  const [arn, aws, kms, , ...rest] = key.arn.split(':');
  const expected = [arn, aws, kms, region, ...rest].join(':');
  if (keyArn !== expected) return localError('run', 'run.keyChanged', { expected, found: keyArn }, 'no');
  const isUsable = importToken.length > 0 && importToken.length <= limits.maxTokenBytes;
  return isUsable && !isExpired(validTo, now) ? undefined : localError('run', 'aws.unexpected', { region });
}

import type { FetchedParameters } from '../../aws/kms-port';
import { expired, isExpired } from '../../parameters/validate-parameters';
import { readWrappingKey } from '../../parameters/wrapping-key';
import { localError } from '../../shared/errors';
import { limits } from '../../shared/limits';
import { done, failed, type Step, type StepContext, type StepEnd } from '../recipe';
import { fitOf, keyOf, type WrappingRun } from '../run';
import { replicaParameters } from './rotate/replica-parameters';
import { onceKeyIsKnown } from './once-key-is-known';

/** GetParametersForImport is allowed once a second for the whole account in one Region. */
const spacingMs = 1100;

/** GetParametersForImport, and the gate that every wrapping key passes, wherever it came from. */
export const getParameters: Step<WrappingRun> = async (context) => {
  const { run, kms, call } = context;
  const { wrappingAlgorithm, wrappingKeySpec } = fitOf(run);
  const { keyId } = keyOf(run);
  const fetched = await onceKeyIsKnown(context, () =>
    call('GetParametersForImport', async () => {
      await spaced(context);
      return kms.getParametersForImport(keyId, wrappingAlgorithm, wrappingKeySpec);
    }),
  );
  if (fetched.outcome !== 'done') return failed(fetched.error);
  const problem = accept(context, fetched.value) ?? (await ofReplicas(context));
  return problem ?? done(fetched.requestId);
};

/** A key of which the new material goes into its replicas as well. */
const ofReplicas = async (context: StepContext<WrappingRun>): Promise<StepEnd | undefined> => {
  const { run } = context;
  return run.kind === 'rotate' && run.before.multiRegion ? replicaParameters({ ...context, run }) : undefined;
};

async function spaced({ run, ports: { clock } }: StepContext<WrappingRun>): Promise<void> {
  const sinceMs = clock.now().getTime() - (run.parametersAskedAt?.getTime() ?? -Infinity);
  if (sinceMs < spacingMs) await clock.sleep(spacingMs - sinceMs);
  run.parametersAskedAt = clock.now();
}

/** Keeps the parameters, or says why they cannot be used. */
function accept({ run, ports }: StepContext<WrappingRun>, fetched: FetchedParameters): StepEnd | undefined {
  const { publicKey, importToken, validTo, keyArn } = fetched;
  if (keyArn !== keyOf(run).arn) {
    return failed(localError('run', 'run.keyChanged', { expected: keyOf(run).arn, found: keyArn }, 'no'));
  }
  const wrappingKey = readWrappingKey(publicKey);
  if (!wrappingKey.ok) return failed(wrappingKey.error, 'stop');
  if (wrappingKey.value.spec !== fitOf(run).wrappingKeySpec) {
    return failed(localError('run', 'aws.unexpected', { wrappingKeySpec: wrappingKey.value.spec }), 'stop');
  }
  if (importToken.length === 0 || importToken.length > limits.maxTokenBytes) {
    const facts = { bytes: importToken.length, maxBytes: limits.maxTokenBytes };
    return failed(localError('parameters', 'parameters.tokenTooLarge', facts), 'stop');
  }
  const now = ports.clock.now();
  if (isExpired(validTo, now)) return failed(expired(validTo, now), 'continue');
  run.parameters = { wrappingKey: wrappingKey.value, importToken, validTo };
  delete run.ready;
  return undefined;
}

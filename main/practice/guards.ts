import { refuse } from './aws-fault';
import type { Route } from './route';
import type { WireRequest } from './wire';
import type { Call, World } from './world';

const signatureMinutes = 5;
/** Calls that need no permission. */
const freeForAll = ['sts:GetCallerIdentity'];

/**
 * What a caller of another account can do at all, where the policy of the key or a grant allows it.
 * Source: AWS KMS Developer Guide, "Allowing users in other accounts to use a KMS key".
 */
const acrossAccounts = [
  'kms:CreateGrant',
  'kms:Decrypt',
  'kms:DescribeKey',
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:GenerateMac',
  'kms:GetKeyRotationStatus',
  'kms:GetPublicKey',
  'kms:ListGrants',
  'kms:RetireGrant',
  'kms:RevokeGrant',
  'kms:Sign',
];

/** @throws AwsFault InvalidSignatureException when the client's clock is too far off. */
export function checkSignatureTime(world: World, request: WireRequest): void {
  if (!world.options.checkSignatureTime) return;
  const stamp = request.headers['x-amz-date'] ?? '';
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(stamp)?.slice(1) ?? [];
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map(Number);
  const signedAt = Date.UTC(year, month - 1, day, hour, minute, second);
  const limit = signatureMinutes * 60_000;
  const bound = new Date(world.now() + (signedAt < world.now() ? -limit : limit));
  if (Math.abs(signedAt - world.now()) <= limit) return;
  const compact = bound.toISOString().replace(/[-:]|\.\d+/g, '');
  refuse(
    'InvalidSignatureException',
    signedAt < world.now()
      ? `Signature expired: ${stamp} is now earlier than ${compact} (${signatureMinutes} min.)`
      : `Signature not yet current: ${stamp} is still later than ${compact} (${signatureMinutes} min.)`,
  );
}

/** @throws AwsFault AccessDeniedException */
export function checkPermission(call: Call, route: Route): void {
  const action = `${route.service}:${route.operation}`;
  if (freeForAll.includes(action) || !route.needsSignature) return;
  if (call.caller.accountId !== call.world.identities.accountId && !acrossAccounts.includes(action)) {
    refuse('AccessDeniedException', `User: ${call.caller.callerArn} is not authorized to perform: ${action}`);
  }
  for (const needed of [action, ...route.alsoNeeds()]) requirePermission(call, needed, route.resource());
}

/** @throws AwsFault AccessDeniedException where the caller's IAM policies do not allow the action. */
export function requirePermission({ world, caller, store }: Call, action: string, resource: string): void {
  const { denied, denies } = world.options;
  if (!denied.includes(action) && !denies(action, resource, store.region)) return;
  refuse(
    'AccessDeniedException',
    `User: ${caller.callerArn} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`,
  );
}

/** Counts the calls of each operation in each Region over the last second. */
export function createThrottle(world: World): (call: Call) => void {
  const recent = new Map<string, readonly number[]>();
  return ({ operation, store }) => {
    const quota = world.options.quotas.requestsPerSecond?.[operation];
    if (quota === undefined) return;
    const name = `${store.region} ${operation}`;
    const now = world.now();
    const counted = (recent.get(name) ?? []).filter((at) => at > now - 1000);
    if (counted.length >= quota) {
      refuse(
        'ThrottlingException',
        'You have exceeded the rate at which you may call KMS. Reduce the frequency of your calls.',
      );
    }
    recent.set(name, [...counted, now]);
  };
}

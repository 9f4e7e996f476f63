import { parseArn } from './arn';

/** Who is calling, as far as the ARN from GetCallerIdentity tells. */
export interface Caller {
  readonly accountId: string;
  readonly callerArn: string;
  readonly partition: string;
  /** The user or role as a key policy would name it, as far as known. */
  readonly principalArn: string;
  /** Set when a role was assumed: the ARN lacks its path. */
  readonly roleName?: string;
}

/** @returns undefined for an answer without an account and one of its principals. */
export function callerOf(arn: string | undefined, account: string | undefined): Caller | undefined {
  const parts = arn === undefined ? undefined : parseArn(arn);
  if (arn === undefined || !parts || !/^\d{12}$/.test(parts.accountId) || parts.accountId !== account)
    return undefined;
  const { accountId, partition, service, resource } = parts;
  if (service !== 'sts' && service !== 'iam') return undefined;
  const roleName = service === 'sts' ? /^assumed-role\/([\w+=,.@-]{1,64})\//.exec(resource)?.[1] : undefined;
  const whoever = { accountId, callerArn: arn, partition };
  if (roleName === undefined) return { ...whoever, principalArn: arn };
  return { ...whoever, principalArn: `arn:${partition}:iam::${accountId}:role/${roleName}`, roleName };
}

/** Whether an ARN from IAM belongs to the caller's role: same account, same name, perhaps with a path. */
export function isRoleArn(arn: string | undefined, caller: Caller): arn is string {
  const parts = arn === undefined ? undefined : parseArn(arn);
  if (!parts || caller.roleName === undefined) return false;
  const { partition, service, accountId, resource } = parts;
  const own = partition === caller.partition && service === 'iam' && accountId === caller.accountId;
  return own && resource.startsWith('role/') && resource.endsWith(`/${caller.roleName}`);
}

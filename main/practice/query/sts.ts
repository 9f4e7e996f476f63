import { refuse } from '../aws-fault';
import type { Call } from '../world';
import type { QueryOperation } from './query-operation';

export const stsOperations: ReadonlyMap<string, QueryOperation> = new Map<string, QueryOperation>([
  ['AssumeRole', assumeRole],
  ['GetCallerIdentity', getCallerIdentity],
]);

function getCallerIdentity({ caller }: Call): object {
  return { Arn: caller.callerArn, UserId: caller.userId, Account: caller.accountId };
}

/** Source: AWS STS API Reference, AssumeRole. */
function assumeRole({ world, caller, store }: Call, parameters: URLSearchParams): object {
  const roleArn = parameters.get('RoleArn') ?? '';
  const session = parameters.get('RoleSessionName') ?? '';
  const seconds = Number(parameters.get('DurationSeconds') ?? '3600');
  const { identities, options } = world;
  if (!/^[\w+=,.@-]{2,64}$/.test(session)) refuse('ValidationException', 'roleSessionName is not valid');
  if (!(seconds >= 900 && seconds <= 43_200)) refuse('ValidationException', 'durationSeconds is not valid');
  const role = identities.people.find(
    (person) => person.kind === 'role' && identities.arnOf(person, store.region) === roleArn,
  );
  if (!role) {
    refuse(
      'AccessDeniedException',
      `User: ${caller.callerArn} is not authorized to perform: sts:AssumeRole on resource: ${roleArn}`,
    );
  }
  const code = parameters.get('TokenCode');
  if (
    parameters.has('SerialNumber') &&
    (!/^\d{6}$/.test(code ?? '') || !['', code].includes(options.mfaCode))
  ) {
    refuse('AccessDeniedException', 'MultiFactorAuthentication failed with invalid MFA one time pass code. ');
  }
  const { accessKeyId, secretAccessKey, sessionToken, expiresAt } = identities.issue(role, session, seconds);
  return {
    Credentials: {
      AccessKeyId: accessKeyId,
      SecretAccessKey: secretAccessKey,
      SessionToken: sessionToken,
      Expiration: new Date(expiresAt).toISOString(),
    },
    AssumedRoleUser: {
      AssumedRoleId: `${identities.idOf(role)}:${session}`,
      Arn: identities.callerOf(accessKeyId, store.region).callerArn,
    },
  };
}

import { openSession } from '../../main/aws/open-session';
import type { AwsSession } from '../../main/aws/session';
import type { Result } from '../../main/shared/result';
import { answering, callerIdentity, impatience, testCredentials, type Answering } from './aws-answers';

/** Opens a session over answers that the test gives. */
export function openWith(answer: Answering, expiration?: Date): Promise<Result<AwsSession>> {
  const requestHandler = answering(answer);
  return openSession({
    mode: 'aws',
    region: 'eu-west-1',
    credentials: { ...testCredentials, ...(expiration ? { expiration } : {}) },
    reach: (_service, region) => ({
      region,
      requestHandler,
      useFipsEndpoint: false,
      useDualstackEndpoint: false,
    }),
    patience: impatience,
  });
}

export async function sessionWith(answer: Answering, expiration?: Date): Promise<AwsSession> {
  const opened = await openWith(answer, expiration);
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

/** A session of a user whose IAM calls the test answers. */
export const iamSession = (iam: Answering): Promise<AwsSession> =>
  sessionWith((request, count) =>
    request.operation === 'GetCallerIdentity'
      ? callerIdentity('arn:aws:iam::111122223333:user/jo')
      : iam(request, count),
  );

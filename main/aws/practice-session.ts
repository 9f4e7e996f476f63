import type { Result } from '../shared/result';
import { openSession } from './open-session';
import type { RequestHandler } from './transport/request-handler';
import type { AwsSession } from './session';

// The example from AWS's own documentation; the practice AWS accepts anything.
const practiceCredentials = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};

/**
 * A session with the practice AWS: the real clients, but a function in this process answers their requests. No socket
 * is opened, and the person's own settings are not read.
 */
export function openPracticeSession(handler: RequestHandler, region: string): Promise<Result<AwsSession>> {
  return openSession({
    mode: 'practice',
    region,
    credentials: practiceCredentials,
    reach: () => ({ region, requestHandler: handler, useFipsEndpoint: false, useDualstackEndpoint: false }),
  });
}

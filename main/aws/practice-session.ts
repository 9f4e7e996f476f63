import type { Result } from '../shared/result';
import { openSession } from './open-session';
import type { RequestHandler } from './transport/request-handler';
import type { AwsSession } from './session';

// What AWS's own documentation uses as an example; the practice AWS takes anything.
const practiceCredentials = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};

/**
 * A session with the practice AWS: the real clients, whose requests a function answers in this very process. No socket
 * is opened, and nothing of the person's own settings is looked at.
 */
export function openPracticeSession(handler: RequestHandler, region: string): Promise<Result<AwsSession>> {
  return openSession({
    mode: 'practice',
    region,
    credentials: practiceCredentials,
    reach: () => ({ region, requestHandler: handler, useFipsEndpoint: false, useDualstackEndpoint: false }),
  });
}

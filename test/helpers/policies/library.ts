import { runSimulation } from '@cloud-copilot/iam-simulate';
import type { GeneratedRequest } from './generator';
import { keyArn, ownAccount } from './people';

const everything = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };

/**
 * Whether `@cloud-copilot/iam-simulate` lets a request to a key through, if IAM of the caller's account allows
 * everything.
 */
export async function libraryAllows(
  policy: object,
  { callerArn, action, context }: GeneratedRequest,
): Promise<boolean> {
  const answer = await runSimulation(
    {
      request: {
        principal: callerArn,
        action,
        resource: { resource: keyArn, accountId: ownAccount },
        contextVariables: Object.fromEntries(
          [...context].map(([key, values]) => [
            known(key),
            key === 'aws:PrincipalOrgPaths' ? [...values] : (values[0] ?? ''),
          ]),
        ),
      },
      identityPolicies: [{ name: 'everything', policy: everything }],
      serviceControlPolicies: [],
      resourceControlPolicies: [],
      resourcePolicy: JSON.parse(known(JSON.stringify(policy))) as object,
    },
    {},
  );
  if (answer.resultType !== 'single') throw new Error(`iam-simulate: ${JSON.stringify(answer)}`);
  // A key that it leaves out would make every answer about it worthless.
  if (answer.result.ignoredContextKeys?.length) throw new Error(String(answer.result.ignoredContextKeys));
  return answer.overallResult === 'Allowed';
}

/** It leaves out pairs of the encryption context. A tag of the caller is as good: any name, one value. */
const known = (text: string): string => text.replaceAll('kms:EncryptionContext:', 'aws:PrincipalTag/');

import { grantActions, onlyForAwsResources, useActions } from './key-policy';

/**
 * The other half of the permission: what an administrator of the receiver's account attaches to the users or roles
 * that shall use the key. It names the key by its ARN, because an alias means nothing in an IAM policy.
 * @returns an IAM policy document, JSON.
 */
export function receiverPolicyText(keyArn: string, needsGrants: boolean): string {
  const use = { Sid: 'UseTheKey', Effect: 'Allow', Action: useActions, Resource: keyArn };
  const grant = {
    Sid: 'LetAwsServicesUseTheKey',
    Effect: 'Allow',
    Action: grantActions,
    Resource: keyArn,
    Condition: onlyForAwsResources,
  };
  const document = { Version: '2012-10-17', Statement: needsGrants ? [use, grant] : [use] };
  return JSON.stringify(document, undefined, 2);
}

import { grantActions, onlyForAwsResources, useActions } from './key-policy';

/**
 * The other half of the permission: the policy that an administrator of the receiver's account attaches to the users or
 * roles that will use the key. It names the key by its ARN, because an IAM policy cannot name it by an alias.
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

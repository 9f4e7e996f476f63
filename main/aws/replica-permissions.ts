/**
 * What AWS asks for in the Region of a replica, which only IAM can allow. Source: AWS KMS Developer Guide, "Controlling
 * access to multi-Region keys".
 *
 * @param actions `kms:CreateKey`; `kms:TagResource` where the replica gets tags
 * @param region of the replica; without it, any Region
 */
export function replicaStatements(actions: readonly string[], region?: string): readonly object[] {
  if (actions.length === 0) return [];
  const where =
    region === undefined ? {} : { Condition: { StringEquals: { 'aws:RequestedRegion': region } } };
  return [{ Sid: 'MakeReplicas', Effect: 'Allow', Action: actions, Resource: '*', ...where }];
}

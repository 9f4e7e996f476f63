/** The services that Keyferry calls, as settings in the environment and in AWS's files name them. */
export const serviceNames = ['kms', 'sts', 'iam', 'sso', 'sso_oidc'] as const;
export type ServiceName = (typeof serviceNames)[number];

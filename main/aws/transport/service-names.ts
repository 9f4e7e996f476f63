/** The services that Keyferry calls, by their names in environment variables and in AWS's files. */
export const serviceNames = ['kms', 'sts', 'iam', 'sso', 'sso_oidc'] as const;
export type ServiceName = (typeof serviceNames)[number];

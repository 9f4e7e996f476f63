import * as iam from '@aws-sdk/client-iam';
import * as kms from '@aws-sdk/client-kms';
import * as sso from '@aws-sdk/client-sso';
import * as ssoOidc from '@aws-sdk/client-sso-oidc';
import * as sts from '@aws-sdk/client-sts';
import { describe, expect, it } from 'vitest';
import { commonErrors, serviceErrors, type ErrorSource } from '../../../../main/aws/errors/service-errors';
import { appErrorCodes } from '../../../../main/shared/errors';

const never = {
  keyStores: 'manages custom key stores, which Keyferry does not',
  trustAnchor: 'connects a CloudHSM key store; no import call throws it',
  dryRun: 'answers a DryRun, which no call of Keyferry is',
  mac: 'verifies a MAC, which Keyferry does not',
  signature: 'verifies a signature, which Keyferry does not',
  issuesTokens: 'issues web identity tokens or other sessions than AssumeRole, which Keyferry does not',
  iamWrites: 'changes IAM, or reads reports and organizations, which Keyferry does not',
} as const;

/** Modelled errors that none of the operations in use can throw. */
const leftOut: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  kms: {
    CloudHsmClusterInUseException: never.keyStores,
    CloudHsmClusterNotFoundException: never.keyStores,
    CloudHsmClusterNotRelatedException: never.keyStores,
    CustomKeyStoreHasCMKsException: never.keyStores,
    CustomKeyStoreNameInUseException: never.keyStores,
    XksProxyIncorrectAuthenticationCredentialException: never.keyStores,
    XksProxyInvalidConfigurationException: never.keyStores,
    XksProxyInvalidResponseException: never.keyStores,
    XksProxyUriEndpointInUseException: never.keyStores,
    XksProxyUriInUseException: never.keyStores,
    XksProxyUriUnreachableException: never.keyStores,
    XksProxyVpcEndpointServiceInUseException: never.keyStores,
    XksProxyVpcEndpointServiceInvalidConfigurationException: never.keyStores,
    XksProxyVpcEndpointServiceNotFoundException: never.keyStores,
    IncorrectTrustAnchorException: never.trustAnchor,
    DryRunOperationException: never.dryRun,
    KMSInvalidMacException: never.mac,
    KMSInvalidSignatureException: never.signature,
  },
  sts: {
    InvalidAuthorizationMessageException: never.issuesTokens,
    InvalidContextAssertionException: never.issuesTokens,
    InsufficientSessionLifetimeException: never.issuesTokens,
    InvalidSubjectCredentialsException: never.issuesTokens,
    JWTPayloadSizeExceededException: never.issuesTokens,
    OutboundWebIdentityFederationDisabledException: never.issuesTokens,
    SessionDurationEscalationException: never.issuesTokens,
  },
  iam: Object.fromEntries(
    [
      'AccountNotManagementOrDelegatedAdministratorException',
      'CallerIsNotManagementAccountException',
      'ConcurrentModificationException',
      'CredentialReportExpiredException',
      'CredentialReportNotPresentException',
      'CredentialReportNotReadyException',
      'DeleteConflictException',
      'DuplicateCertificateException',
      'DuplicateSSHPublicKeyException',
      'EntityAlreadyExistsException',
      'EntityTemporarilyUnmodifiableException',
      'FeatureDisabledException',
      'FeatureEnabledException',
      'InvalidAuthenticationCodeException',
      'InvalidCertificateException',
      'InvalidPublicKeyException',
      'InvalidUserTypeException',
      'KeyPairMismatchException',
      'LimitExceededException',
      'MalformedCertificateException',
      'MalformedPolicyDocumentException',
      'NameConflictException',
      'OpenIdIdpCommunicationErrorException',
      'OrganizationNotFoundException',
      'OrganizationNotInAllFeaturesModeException',
      'PasswordPolicyViolationException',
      'PolicyNotAttachableException',
      'ReportGenerationLimitExceededException',
      'RoleModifiedException',
      'RoleTemplateDisabledException',
      'ServiceAccessNotEnabledException',
      'ServiceNotSupportedException',
      'UnmodifiableEntityException',
      'UnrecognizedPublicKeyEncodingException',
    ].map((name) => [name, never.iamWrites]),
  ),
  sso: {},
  sso_oidc: {},
};

const clients = { kms, sts, iam, sso, sso_oidc: ssoOidc } as const;

const modelled = (client: object): readonly string[] =>
  Object.entries(client)
    .filter(([name, value]) => name.endsWith('Exception') && typeof value === 'function')
    .map(([name]) => name)
    .filter((name) => !name.endsWith('ServiceException'));

describe('every error that the SDK models', () => {
  it.each(Object.entries(clients))('of %s has a code, or a reason why it cannot come', (source, client) => {
    const names = modelled(client);
    expect(names.length).toBeGreaterThan(3);
    // The keys of `clients` are all sources of errors.
    const table = serviceErrors[source as ErrorSource];
    const reasons = leftOut[source] ?? {};
    const open = names.filter((name) => !(name in table) && !(name in commonErrors) && !(name in reasons));
    expect(open).toEqual([]);
    const gone = Object.keys(reasons).filter((name) => !names.includes(name));
    expect(gone).toEqual([]);
  });
});

it('uses codes that exist', () => {
  const used = [commonErrors, ...Object.values(serviceErrors)].flatMap((table) => Object.values(table));
  expect(used.filter((code) => !appErrorCodes.includes(code))).toEqual([]);
});

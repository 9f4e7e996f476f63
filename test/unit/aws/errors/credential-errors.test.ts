import { expect, it } from 'vitest';
import type { AppErrorCode } from '../../../../main/shared/errors';
import { codeFor, thrown } from '../../../helpers/thrown-by-aws';

/** Errors of the SDK itself, then those that services answer. */
const credentialRows: readonly (readonly [string, string, AppErrorCode])[] = [
  [
    'CredentialsProviderError',
    'Could not resolve credentials using profile: [x] in configuration/credentials file(s).',
    'credentials.profileIncomplete',
  ],
  [
    'CredentialsProviderError',
    'Profile x could not be found or parsed in shared credentials file.',
    'credentials.noProfile',
  ],
  ['CredentialsProviderError', 'Could not load credentials from any providers', 'credentials.noProfile'],
  [
    'CredentialsProviderError',
    'Profile x requires multi-factor authentication, but no MFA code callback was provided.',
    'credentials.mfaRefused',
  ],
  [
    'CredentialsProviderError',
    'Detected a cycle attempting to resolve credentials for profile x. Profiles visited: a, b',
    'credentials.profileCycle',
  ],
  [
    'CredentialsProviderError',
    "The SSO session token associated with profile=x was not found or is invalid. To refresh this SSO session run 'aws sso login' with the corresponding profile.",
    'credentials.ssoSignInNeeded',
  ],
  [
    'CredentialsProviderError',
    'The SSO session associated with this profile is invalid. To refresh this SSO session run aws sso login with the corresponding profile.',
    'credentials.ssoSignInNeeded',
  ],
  [
    'CredentialsProviderError',
    'The SSO session associated with this profile has expired. To refresh this SSO session run aws sso login',
    'credentials.ssoSignInNeeded',
  ],
  [
    'TokenProviderError',
    "Token is expired. To refresh this SSO session run 'aws sso login'",
    'credentials.ssoSignInNeeded',
  ],
  [
    'CredentialsProviderError',
    "Sso session 'S' could not be found in shared credentials file.",
    'credentials.ssoSettings',
  ],
  [
    'CredentialsProviderError',
    "Sso session 'S' is missing required property 'sso_start_url'.",
    'credentials.ssoSettings',
  ],
  [
    'CredentialsProviderError',
    "Profile 'X' could not be found in shared credentials file.",
    'credentials.noProfile',
  ],
  ['CredentialsProviderError', 'ForbiddenException: No access', 'credentials.roleNotAssigned'],
  [
    'CredentialsProviderError',
    'UnauthorizedException: Session token not found or invalid',
    'credentials.ssoSignInNeeded',
  ],
  [
    'CredentialsProviderError',
    'Profile x credential_process returned invalid JSON.',
    'credentials.processFailed',
  ],
  [
    'CredentialsProviderError',
    'Command failed: vault-helper\n/bin/sh: 1: vault-helper: not found, mfa or timeout or cycle',
    'credentials.processFailed',
  ],
  ['CredentialsProviderError', 'Failed to load a token for session s', 'credentials.loginNeeded'],
  ['CredentialsProviderError', 'Your session has expired. Please reauthenticate.', 'credentials.loginNeeded'],
  [
    'CredentialsProviderError',
    'Unable to refresh credentials because of a change in your password.',
    'credentials.loginNeeded',
  ],
  ['CredentialsProviderError', 'Error: getaddrinfo ENOTFOUND portal.sso', 'network.unreachable'],
  ['CredentialsProviderError', 'something new', 'credentials.unusable'],
  ['Error', 'Region is missing', 'network.endpointSettings'],
  [
    'Error',
    'Region not accepted: region="a b" is not a valid hostname component.',
    'network.endpointSettings',
  ],
  ['Error', 'Invalid Configuration: FIPS and custom endpoint are not supported', 'network.endpointSettings'],
  [
    'UnrecognizedClientException',
    'The security token included in the request is invalid.',
    'credentials.refused',
  ],
  ['InvalidClientTokenId', '', 'credentials.refused'],
  ['ExpiredTokenException', '', 'credentials.expired'],
  ['ExpiredToken', '', 'credentials.expired'],
  [
    'InvalidSignatureException',
    'Signature expired: 20260101T000000Z is now earlier than',
    'credentials.clockSkew',
  ],
  ['SignatureDoesNotMatch', 'Signature not yet current: 2026', 'credentials.clockSkew'],
  ['SignatureDoesNotMatch', 'The request signature we calculated does not match', 'credentials.wrongSecret'],
  ['RequestTimeTooSkewed', '', 'credentials.clockSkew'],
  ['IncompleteSignature', '', 'credentials.unusable'],
  ['MissingAuthenticationToken', '', 'credentials.unusable'],
  [
    'AccessDenied',
    'MultiFactorAuthentication failed with invalid MFA one time pass code.',
    'credentials.mfaRefused',
  ],
];

it.each(credentialRows)('credentials: %s (%s) is %s', (name, message, code) => {
  expect(codeFor('credentials', thrown(name, message))).toBe(code);
});

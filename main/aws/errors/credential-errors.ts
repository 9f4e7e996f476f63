import type { AppErrorCode } from '../../shared/errors';
import type { Thrown } from './thrown';

/**
 * Texts of the SDK's own errors about credentials, which all have the same name. They change between versions, so they
 * are matched by the words that carry the meaning; the first match counts.
 */
const texts: readonly (readonly [RegExp, AppErrorCode])[] = [
  // This is first, because such a text also contains the output of the person's own program.
  [/^command failed|credential_process|command not found/i, 'credentials.processFailed'],
  [/detected a cycle/i, 'credentials.profileCycle'],
  [/requires multi-factor authentication|multifactorauthentication failed|mfa/i, 'credentials.mfaRefused'],
  [
    /sso session '.*' could not be found|missing required property 'sso_|invalid sso credentials/i,
    'credentials.ssoSettings',
  ],
  [/conflicting sso|not configured with sso credentials/i, 'credentials.ssoSettings'],
  [
    /re-?authenticate|aws login|failed to load (a )?token|refresh credentials|dpop/i,
    'credentials.loginNeeded',
  ],
  [/forbiddenexception|resourcenotfoundexception|no access/i, 'credentials.roleNotAssigned'],
  [/sso session|sso token|unauthorizedexception|token is expired|sso login/i, 'credentials.ssoSignInNeeded'],
  [/enotfound|eai_again|econnrefused|ehostunreach|enetunreach/i, 'network.unreachable'],
  [/certificate/i, 'network.untrustedCertificate'],
  [/econnreset|socket hang up/i, 'network.reset'],
  [/eproxy/i, 'network.proxy'],
  [/enotaws|syntaxerror/i, 'network.notAws'],
  [/timed out|timeout/i, 'network.timedOut'],
  [/could not be found( or parsed)?|was not found/i, 'credentials.noProfile'],
  [/could not load credentials from any providers/i, 'credentials.noProfile'],
  [
    /could not resolve credentials using profile|unsupported credential source/i,
    'credentials.profileIncomplete',
  ],
];

/** The code for a failure to find credentials; undefined for any other error. */
export function credentialCode({ name, message }: Thrown): AppErrorCode | undefined {
  if (!/^(Credentials|Token)?ProviderError$/.test(name)) return undefined;
  return texts.find(([words]) => words.test(message))?.[1] ?? 'credentials.unusable';
}

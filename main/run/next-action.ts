import type { NextAction } from '../shared/views/aws';
import type { AppError } from '../shared/errors';
import { isWrapping, type Run } from './run';

/** The one thing to offer after a failure, where the step itself has not said it. */
export function nextAfter({ code }: AppError, run: Run): NextAction {
  const area = code.slice(0, code.indexOf('.'));
  switch (code) {
    case 'credentials.clockSkew':
      return 'continue';
    case 'run.severalKeys':
      return 'choose-key';
    case 'kms.aliasTaken':
    case 'kms.aliasRefused':
    case 'key.alias':
      return run.key === undefined ? 'change-key' : 'change-alias';
    case 'aws.validation':
    case 'kms.policyMalformed':
    case 'kms.policyLocksOut':
    case 'kms.policyPrincipals':
    case 'kms.tagRefused':
    case 'kms.unsupported':
    case 'kms.invalidArn':
      return run.key === undefined ? 'change-key' : 'stop';
    // SECURITY: a person who could swap the wrapping key may have read what was wrapped under it. Nothing is sent
    // again.
    case 'kms.invalidCiphertext':
    case 'run.keyChanged':
    case 'run.otherMaterial':
    case 'verify.otherMaterial':
    case 'verify.roundTrip':
    case 'wrap.selfTestFailed':
      return 'stop';
    case 'reimport.keyState':
      return 'stop';
    case 'reimport.otherMaterial':
      return 'change-material';
    case 'kms.incorrectKeyMaterial':
      return run.kind === 'create' && run.material?.from === 'generate' ? 'stop' : 'change-material';
    case 'kms.expiredImportToken':
    case 'kms.invalidImportToken':
    case 'parameters.expired':
      return isWrapping(run) ? 'continue' : 'change-material';
    default:
      if (area === 'credentials' || area === 'browserSignIn' || area === 'session') return 'sign-in';
      if (area === 'material' || area === 'file' || area === 'copy') return 'change-material';
      return 'continue';
  }
}

import { conditionsHold, type ContextOf } from './conditions';
import { isLike, isMembers, textsOf, type Members } from './document';
import { all, unclear, type Judged } from './judged';

/** A request, as a key policy looks at it. */
export interface PolicyRequest {
  /** ARN of the session, or of the user, that makes it; or the name of an AWS service. */
  readonly callerArn: string;
  /** The user or role behind it, with its path. */
  readonly principalArn: string;
  readonly accountId: string;
  /** `kms:Encrypt`. */
  readonly action: string;
  readonly keyArn: string;
  /** By the key's name in small letters. */
  readonly contextOf: ContextOf;
  /** Whether the IAM policies of the caller's account allow it, which counts where the key policy leaves it to them. */
  readonly iamAllows: boolean;
}

export type Decision =
  | { readonly answer: 'allowed' }
  | { readonly answer: 'denied' }
  | { readonly answer: 'not-allowed' }
  /** It hangs on something that practice cannot judge. */
  | { readonly answer: 'unclear'; readonly what: string };

/**
 * What the statements of a key policy say to a request: a denial wins, and what nothing allows is not allowed. Where
 * the answer hangs on what practice cannot judge, it says so.
 * Source: IAM User Guide, "Policy evaluation logic"; AWS KMS Developer Guide, "Key policies".
 */
export function decide(statements: readonly Members[], request: PolicyRequest): Decision {
  const judged = (effect: string) =>
    statements
      .filter(({ Effect }) => Effect === effect)
      .map((statement) => applies(statement, request))
      .filter((one) => one !== false);
  const [denials, allowances] = [judged('Deny'), judged('Allow')];
  if (denials.includes(true)) return { answer: 'denied' };
  if (allowances.length === 0) return { answer: 'not-allowed' };
  const open = [...denials, ...(allowances.includes(true) ? [] : allowances)];
  const doubt = open.find((one) => typeof one === 'object');
  return doubt === undefined ? { answer: 'allowed' } : { answer: 'unclear', what: doubt.unclear };
}

function applies(statement: Members, request: PolicyRequest): Judged {
  return all([
    isMeant(statement, request),
    covers(statement['Action'], statement['NotAction'], (pattern) =>
      isLike(request.action.toLowerCase(), pattern.toLowerCase()),
    ),
    covers(statement['Resource'], statement['NotResource'], (pattern) => isLike(request.keyArn, pattern)),
    conditionsHold(statement['Condition'], request.contextOf),
  ]);
}

const covers = (these: unknown, allBut: unknown, matches: (pattern: string) => boolean): boolean =>
  these === undefined ? !textsOf(allBut).some(matches) : textsOf(these).some(matches);

/** Only AWS knows whom a NotPrincipal leaves out of an account or a role, so it is never guessed. */
function isMeant(statement: Members, request: PolicyRequest): Judged {
  const { Principal: principal } = statement;
  if (principal === undefined) return unclear('NotPrincipal');
  const kinds = isMembers(principal) ? [principal['AWS'], principal['Service']] : [principal];
  const names = kinds.flatMap(textsOf);
  return names.some((name) => isCaller(name, request, statement['Effect'] === 'Deny'));
}

function isCaller(name: string, request: PolicyRequest, isDenied: boolean): boolean {
  if (name === '*' || name === request.callerArn || name === request.principalArn) return true;
  const account = /^(?:arn:[\w-]+:iam::)?(\d{12})(?::root)?$/.exec(name)?.[1];
  return account === request.accountId && (isDenied || request.iamAllows);
}

import { Refused } from './fault';

/** Account IDs of AWS's own examples, which guides copy. */
const exampleAccounts: ReadonlySet<string> = new Set([
  '000000000000',
  '012345678901',
  '111111111111',
  '111122223333',
  '123456789012',
]);

export const isExampleAccount = (accountId: string): boolean => exampleAccounts.has(accountId);

const blanks: readonly RegExp[] = [
  /<[^>]*>/,
  /\{[^}]*\}/,
  /\[[^\]]+\]/,
  /x{4,}/i,
  /\.{3}/,
  /\b(?:your|insert|replace)[-_ ]/i,
  /\bo-example/i,
  /(?:^|[^A-Za-z])(?:ORG|ORGANI[SZ]ATION|ACCOUNT|AWS_ACCOUNT|EXTERNAL|TENANT|CUSTOMER|ROLE|USER)[-_](?:ID|NAME|ARN|NUMBER)(?![A-Za-z])/,
];

export const isPlaceholder = (text: string): boolean => blanks.some((blank) => blank.test(text));

/**
 * Refuses a value that the person still has to fill in, or that AWS fills in anew with each request.
 * @throws Refused variable, placeholder
 */
export function refuseBlanks(text: string): void {
  if (text.includes('${')) throw new Refused('variable', text);
  if (isPlaceholder(text)) throw new Refused('placeholder', text);
}

import { isMembers, type Members } from './members';

/**
 * A statement that was there before and stands in the way of every change: the identity that it names is gone, or it was
 * written before August 2025 without an action or a resource. Neither lets anybody in.
 */
export type OldStatement =
  | { readonly reason: 'principal'; readonly sid: string; readonly principal: string }
  | { readonly reason: 'incomplete'; readonly sid: string };

/** @param policy JSON text that has been read before. */
export function oldStatementsIn(policy: string): readonly OldStatement[] {
  const document: unknown = JSON.parse(policy);
  const statements = isMembers(document) ? [document['Statement']].flat().filter(isMembers) : [];
  return statements.flatMap((statement): readonly OldStatement[] => {
    const sid = sidOf(statement);
    const gone = awsNamesIn(statement['Principal']).filter(isUniqueId);
    return [
      ...gone.map((principal) => ({ reason: 'principal' as const, sid, principal })),
      ...(isIncomplete(statement) ? [{ reason: 'incomplete' as const, sid }] : []),
    ];
  });
}

/** What AWS puts in the place of a user or role that was deleted (IAM User Guide, "Unique identifiers"). */
export const isUniqueId = (name: string): boolean => /^A(ROA|IDA|GPA)[A-Z0-9]{12,}$/.test(name);

/**
 * AWS KMS Developer Guide, "Key policy elements": a statement without Resource has no effect. Since August 2025
 * PutKeyPolicy refuses a policy with one.
 */
export const isIncomplete = (statement: Members): boolean =>
  (statement['Action'] ?? statement['NotAction']) === undefined ||
  (statement['Resource'] ?? statement['NotResource']) === undefined;

/** Empty where it has none. */
export const sidOf = ({ Sid }: Members): string => (typeof Sid === 'string' ? Sid.slice(0, 200) : '');

function awsNamesIn(principal: unknown): readonly string[] {
  const names = isMembers(principal) ? principal['AWS'] : principal;
  return [names].flat().filter((name): name is string => typeof name === 'string');
}

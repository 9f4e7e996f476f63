import { localError } from '../../shared/errors';
import { err, ok, type Result } from '../../shared/result';
import type { TakenOut } from '../../shared/views/revoke';
import { parseArn } from '../arn';
import { cutOut, cutsWithout, placesIn, type Cut, type JsonPlace } from './json-text';
import { isMembers, type Members } from './members';
import { isIncomplete, isUniqueId, sidOf } from './old-statements';

export interface RevokedPolicy {
  /** The whole policy, as it will be sent. */
  readonly text: string;
  /** What is cut from the former text: the rest stays, character by character. */
  readonly cuts: readonly Cut[];
  readonly taken: readonly TakenOut[];
}

/**
 * Takes the principals of an account out of every statement that allows something. A statement that is left with no
 * principal goes. Everything else stays as AWS returned it, character by character.
 *
 * Errors: policy.unreadable, where the text is not a policy that can be changed so; policy.locksOut, where no statement
 * would be left.
 *
 * @param policy JSON text, as AWS returned it.
 * @param how.mends also takes out what no policy may have any more: deleted identities, and statements without an action
 * or a resource. None of them lets anybody in.
 */
export function revokeAccount(
  policy: string,
  accountId: string,
  { mends }: { readonly mends: boolean },
): Result<RevokedPolicy> {
  const document = read(policy);
  if (document === undefined) return unreadable();
  const statements = [document['Statement']].flat().filter(isMembers);
  const edits = statements.map((statement) => editOf(statement, accountId, mends));
  if (edits.every(({ isGone }) => isGone)) return err(localError('run', 'policy.locksOut'));
  const cuts = cutsOf(placesIn(policy), edits);
  const text = cutOut(policy, cuts);
  // SECURITY: whatever the cutting did, the rest is still there, and nothing came instead.
  if (!says(text, { ...document, Statement: kept(document['Statement'], edits) })) return unreadable();
  return ok({ text, cuts, taken: edits.flatMap(({ taken }) => taken) });
}

/** Whether a principal belongs to the account: its ARN, or the bare number. */
export const isOfAccount = (principal: string, accountId: string): boolean =>
  principal === accountId || parseArn(principal)?.accountId === accountId;

interface Edit {
  readonly isGone: boolean;
  /** By kind, the indexes that go. */
  readonly names: ReadonlyMap<string, ReadonlySet<number>>;
  readonly statement: Members;
  readonly taken: readonly TakenOut[];
}

function editOf(statement: Members, accountId: string, mends: boolean): Edit {
  const sid = sidOf(statement);
  if (mends && isIncomplete(statement)) {
    const taken = [{ sid, because: 'incomplete' as const, principals: [], isGone: true }];
    return { isGone: true, names: new Map(), statement, taken };
  }
  const { Effect: effect, Principal: principal } = statement;
  const why = (kind: string, name: unknown): 'account' | 'deleted' | undefined => {
    if (typeof name !== 'string') return undefined;
    if (mends && kind === 'AWS' && isUniqueId(name)) return 'deleted';
    return effect === 'Allow' && isOfAccount(name, accountId) ? 'account' : undefined;
  };
  const found = Object.entries(isMembers(principal) ? principal : {}).flatMap(([kind, names]) =>
    [names].flat().map((name: unknown, at) => ({ kind, name, at, because: why(kind, name) })),
  );
  const goes = found.filter(({ because }) => because !== undefined);
  const isGone = goes.length > 0 && goes.length === found.length;
  const taken = (['account', 'deleted'] as const).flatMap((because) => {
    const principals = goes.filter((each) => each.because === because).map(({ name }) => String(name));
    return principals.length === 0 ? [] : [{ sid, because, principals, isGone }];
  });
  const names = new Map(
    [...new Set(goes.map(({ kind }) => kind))].map((kind) => [
      kind,
      new Set(goes.filter((each) => each.kind === kind).map(({ at }) => at)),
    ]),
  );
  return { isGone, names, statement, taken };
}

function cutsOf(policy: JsonPlace, edits: readonly Edit[]): readonly Cut[] {
  const value = policy.members?.get('Statement')?.value;
  const statements = value?.items ?? (value === undefined ? [] : [value]);
  const whole = cutsWithout(statements, (at) => edits[at]?.isGone === true);
  const inside = statements.flatMap((statement, at) => {
    const edit = edits[at];
    const kinds = statement.members?.get('Principal')?.value.members;
    return edit === undefined || edit.isGone || kinds === undefined ? [] : principalCuts(kinds, edit);
  });
  return [...whole, ...inside];
}

function principalCuts(kinds: NonNullable<JsonPlace['members']>, { names }: Edit): readonly Cut[] {
  const isWholeKind = (kind: string): boolean =>
    (names.get(kind)?.size ?? 0) >= (kinds.get(kind)?.value.items?.length ?? 1);
  const all = [...kinds.keys()];
  const members = cutsWithout([...kinds.values()], (at) => isWholeKind(all[at] ?? ''));
  const items = [...kinds].flatMap(([kind, { value }]) =>
    isWholeKind(kind) ? [] : cutsWithout(value.items ?? [], (at) => names.get(kind)?.has(at) === true),
  );
  return [...members, ...items];
}

/** The statements as they are meant to be, made without the text. */
function kept(statement: unknown, edits: readonly Edit[]): unknown {
  const left = edits.filter(({ isGone }) => !isGone).map(withoutNames);
  return Array.isArray(statement) ? left : left[0];
}

function withoutNames({ statement, names }: Edit): Members {
  const { Principal: principal } = statement;
  if (names.size === 0 || !isMembers(principal)) return statement;
  const kinds = Object.entries(principal).flatMap(([kind, given]) => {
    const gone = names.get(kind);
    if (gone === undefined) return [[kind, given] as const];
    const left = [given].flat().filter((_, at) => !gone.has(at));
    return left.length === 0 ? [] : [[kind, left] as const];
  });
  return { ...statement, Principal: Object.fromEntries(kinds) };
}

function read(policy: string): Members | undefined {
  try {
    const document: unknown = JSON.parse(policy);
    if (!isMembers(document)) return undefined;
    const statements = [document['Statement']].flat();
    return statements.length > 0 && statements.every(isMembers) ? document : undefined;
  } catch {
    return undefined;
  }
}

function says(text: string, document: Members): boolean {
  const left = read(text);
  return left !== undefined && JSON.stringify(left) === JSON.stringify(document);
}

const unreadable = () => err(localError('run', 'policy.unreadable', undefined, 'check-first'));

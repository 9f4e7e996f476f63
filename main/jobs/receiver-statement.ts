import { describeStatements } from '../aws/policy/key-policy';
import { partitionOfRegion } from '../aws/regions';
import { fillCard } from '../receivers/fill-card';
import { foreignAccount, namedIn } from '../receivers/named-account';
import { readStatement } from '../receivers/statements/read-statement';
import { resolveReceiver } from '../run/receiver-access';
import { trustOf } from '../run/receiver-wants';
import type { RequestOf } from '../shared/contract';
import { ok, type Result } from '../shared/result';
import type { RoleTrustView } from '../shared/views/receiver-wants';
import type { StatementView } from '../shared/views/statement';

/** The partition that a text speaks of, as long as no Region has been chosen. */
const partitionIn = (text: string): string => /\barn:(aws[a-z-]*):/.exec(text)?.[1] ?? 'aws';

/** Errors: those of readStatement and fillCard. */
function explain({ asks, region, accountId }: RequestOf<'readStatement'>): Result<StatementView> {
  const text = asks.from === 'statement' ? asks.text : JSON.stringify(asks);
  const partition = region === undefined ? partitionIn(text) : partitionOfRegion(region).id;
  const own = { accountId, partition };
  const pasted =
    asks.from === 'statement' ? readStatement(text, own) : fillCard(asks.terms, asks.answers, own);
  if (!pasted.ok) return pasted;
  const { statements, unusual, skipped } = pasted.value;
  const receiver = foreignAccount(namedIn(statements), own);
  return ok({ ...describeStatements(statements), accountId: receiver, unusual, skipped });
}

/** Errors: those of resolveReceiver. @returns null where the receiver assumes no role */
function trust({ receiver, region }: RequestOf<'readTrust'>): Result<RoleTrustView | null> {
  const own = { accountId: undefined, partition: partitionOfRegion(region).id };
  const resolved = resolveReceiver(receiver, own);
  return resolved.ok ? ok(resolved.value.role ? trustOf(resolved.value.role) : null) : resolved;
}

/** A receiver's statement and the trust policy of its role, explained while the person still decides about it. */
export const createReceiverStatement = () => ({
  verbs: {
    readStatement: (request: RequestOf<'readStatement'>): Promise<Result<StatementView>> =>
      Promise.resolve(explain(request)),
    readTrust: (request: RequestOf<'readTrust'>): Promise<Result<RoleTrustView | null>> =>
      Promise.resolve(trust(request)),
  },
});

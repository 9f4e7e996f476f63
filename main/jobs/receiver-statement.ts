import { describeStatements } from '../aws/policy/key-policy';
import { partitionOfRegion } from '../aws/regions';
import { fillCard } from '../receivers/fill-card';
import { foreignAccount, namedIn } from '../receivers/named-account';
import { readStatement } from '../receivers/statements/read-statement';
import type { RequestOf } from '../shared/contract';
import { ok, type Result } from '../shared/result';
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

/** A receiver's statement, explained while the person still decides about it. */
export const createReceiverStatement = () => ({
  verbs: {
    readStatement: (request: RequestOf<'readStatement'>): Promise<Result<StatementView>> =>
      Promise.resolve(explain(request)),
  },
});

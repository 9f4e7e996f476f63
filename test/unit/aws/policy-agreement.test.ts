import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPolicy } from '../../../main/aws/policy/read-policy';
import { decide } from '../../../main/practice/kms/policy/decide';
import { keyKinds, operatorsFor } from '../../helpers/policies/conditions';
import { policies, requestCount, requests, type GeneratedRequest } from '../../helpers/policies/generator';
import { libraryAllows } from '../../helpers/policies/library';
import { identities, keyArn } from '../../helpers/policies/people';
import { saidOf } from '../../helpers/policies/said';

const [count, seed] = [500, 20261128];

type Statement = Readonly<Record<string, unknown>>;

/** What practice cannot judge, by what it says of it. Requests to it come from no address. */
const unjudged =
  /^(NotPrincipal|(Not)?IpAddress|For\w+:(Not)?IpAddress|BinaryEquals|a policy variable|String\w+ of aws:PrincipalOrgPaths|ForAnyValue:\w+IfExists)/;

function practiceSays(statements: readonly Statement[], request: GeneratedRequest) {
  const values = new Map([...request.context].map(([key, list]) => [key.toLowerCase(), list]));
  const decision = decide(statements, {
    ...request,
    keyArn,
    iamAllows: true,
    contextOf: (key) => values.get(key),
  });
  if (decision.answer !== 'unclear') return decision.answer === 'allowed' ? 'allowed' : 'refused';
  expect(decision.what).toMatch(unjudged);
  return 'unclear';
}

/** Practice may be unclear; nobody else. */
async function agree(policy: object, request: GeneratedRequest, answers: { said: string; practice: string }) {
  const library = (await libraryAllows(policy, request)) ? 'allowed' : 'refused';
  if (answers.said === library && [library, 'unclear'].includes(answers.practice)) return;
  const about = JSON.stringify({ policy, ...request, context: [...request.context] });
  expect(answers, about).toEqual({ said: library, practice: library });
}

describe('what the sentences of a key policy say', () => {
  it('is what the practice AWS and a library that is not ours make of it', { timeout: 120_000 }, async () => {
    const tally = { allowed: 0, refused: 0, unsaid: 0, unclear: 0 };
    await fc.assert(
      fc.asyncProperty(policies, requests, async (generated, asked) => {
        const statements = generated.map(({ statement }) => statement);
        const policy = { Version: '2012-10-17', Statement: statements };
        const read = readPolicy(policy);
        expect(read.map(({ json }) => json !== undefined)).toEqual(generated.map(({ isUnsaid }) => isUnsaid));
        const isWhole = generated.every(({ isUnsaid }) => !isUnsaid);
        for (const request of asked) {
          const said = saidOf(read, request);
          tally[said] += 1;
          const practice = practiceSays(statements, request);
          if (practice === 'unclear') tally.unclear += 1;
          // What AWS makes of a statement that is shown as JSON is claimed by nobody here.
          if (!isWhole) continue;
          await agree(policy, request, { said, practice });
        }
      }),
      { numRuns: count, seed },
    );
    // Without this, it would do to say nothing, or to allow nothing.
    const total = count * requestCount;
    expect(tally.allowed + tally.refused + tally.unsaid).toBe(total);
    expect(tally.allowed / total).toBeGreaterThan(0.2);
    expect(tally.refused / total).toBeGreaterThan(0.2);
    expect(tally.unsaid / total).toBeLessThan(0.15);
    expect(tally.unclear / total).toBeLessThan(0.05);
  });

  const kinds = keyKinds.map((kind) => [kind.key, kind] as const);
  it.each(kinds)('is the same for each operator by itself: %s', async (key, kind) => {
    const [identity] = identities;
    if (identity === undefined) throw new Error('Nobody asks');
    const all = [...kind.given, ...kind.wanted];
    const wanted = [
      ...all.map((value) => [value]),
      ...(kind.family === 'Bool' ? [] : [kind.given.slice(0, 2)]),
    ];
    const contexts = [[], ...kind.given.map((value) => [value]), ...(kind.several ? [[...kind.given]] : [])];
    const conditions = [
      ...operatorsFor(kind).flatMap((name) => wanted.map((values) => ({ [name]: { [key]: values } }))),
      ...['true', 'false'].map((isMissing) => ({ Null: { [key]: isMissing } })),
    ];
    for (const Condition of conditions) {
      const statement = { Effect: 'Allow', Principal: '*', Action: 'kms:*', Resource: '*', Condition };
      const policy = { Version: '2012-10-17', Statement: [statement] };
      for (const given of contexts) {
        const context = new Map(given.length === 0 ? [] : [[key, given]]);
        const request = { ...identity, action: 'kms:CreateGrant', context };
        await agree(policy, request, {
          said: saidOf(readPolicy(policy), request),
          practice: practiceSays([statement], request),
        });
      }
    }
  });
});

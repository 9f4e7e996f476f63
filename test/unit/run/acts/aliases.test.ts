import {
  CreateAliasCommand,
  CreateKeyCommand,
  ListAliasesCommand,
  UpdateAliasCommand,
} from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import { actOn, carriedOut, planned, scheduled } from '../../../helpers/act-work';
import { createWithCopy } from '../../../helpers/again-work';
import { codeOf, createBench, rowsOf, valueOf } from '../../../helpers/ceremony-bench';
import { sentCount } from '../../../faults/life';

async function twoKeys() {
  const bench = await createBench();
  const { keyArn } = await createWithCopy(bench);
  const { KeyMetadata: other } = await bench.outside.send(new CreateKeyCommand({ Origin: 'EXTERNAL' }));
  await bench.outside.send(new CreateAliasCommand({ AliasName: 'alias/orders', TargetKeyId: other?.KeyId }));
  const targetOf = async (alias: string) => {
    const { Aliases = [] } = await bench.outside.send(new ListAliasesCommand({}));
    return Aliases.find(({ AliasName }) => AliasName === `alias/${alias}`)?.TargetKeyId;
  };
  const idOf = (arn: string) => arn.split('/')[1] ?? '';
  return {
    bench,
    keyArn,
    keyId: idOf(keyArn),
    otherArn: other?.Arn ?? '',
    otherId: other?.KeyId ?? '',
    targetOf,
  };
}

describe('the aliases of a key', () => {
  it('moves one here, and says where it was', async () => {
    const { bench, keyArn, keyId, otherId, targetOf } = await twoKeys();
    const plan = valueOf(await planned(bench, keyArn, { do: 'move-alias', alias: '' }));
    expect(plan.otherAliases).toEqual([{ alias: 'orders', keyId: otherId }]);
    const run = await actOn(bench, keyArn, { do: 'move-alias', alias: 'orders' });
    expect(rowsOf(run)).toBe('move-alias done, see-alias done');
    expect(run.acted?.changes).toEqual([{ what: 'alias', name: 'orders', before: otherId, after: keyId }]);
    expect(await targetOf('orders')).toBe(keyId);
    expect(sentCount(bench, 'UpdateAlias')).toBe(1);
  });

  it('gives a new one, and removes one', async () => {
    const { bench, keyArn, keyId, targetOf } = await twoKeys();
    const given = await actOn(bench, keyArn, { do: 'give-alias', alias: 'invoices' });
    expect(given.acted?.changes).toEqual([{ what: 'alias', name: 'invoices', before: '', after: keyId }]);
    expect(await targetOf('invoices')).toBe(keyId);
    const removed = await actOn(bench, keyArn, { do: 'remove-alias', alias: 'invoices' });
    expect(removed.acted?.changes).toEqual([{ what: 'alias', name: 'invoices', before: keyId, after: '' }]);
    expect(await targetOf('invoices')).toBeUndefined();
  });

  it('looks a lost answer up, and sends nothing twice', async () => {
    for (const [operation, act] of [
      ['CreateAlias', { do: 'give-alias', alias: 'invoices' }],
      ['UpdateAlias', { do: 'move-alias', alias: 'orders' }],
      ['DeleteAlias', { do: 'remove-alias', alias: 'bluescape-data' }],
    ] as const) {
      for (const [fault, more] of [
        ['answer lost', 1],
        ['request lost', 2],
      ] as const) {
        const { bench, keyArn } = await twoKeys();
        const before = sentCount(bench, operation);
        bench.way.fail(operation, fault);
        const run = await actOn(bench, keyArn, act);
        expect(rowsOf(run.failure ? await bench.goOn(run) : run)).toBe(`${act.do} done, see-alias done`);
        expect([operation, fault, sentCount(bench, operation) - before]).toEqual([operation, fault, more]);
      }
    }
  });

  it('refuses what AWS refuses, and what belongs to others, before anything is sent', async () => {
    const { bench, keyArn, otherArn } = await twoKeys();
    const refused = async (act: Parameters<typeof carriedOut>[2]) =>
      codeOf(await carriedOut(bench, keyArn, act));
    expect(await refused({ do: 'give-alias', alias: 'aws/orders' })).toBe('key.alias');
    expect(await refused({ do: 'give-alias', alias: 'orders' })).toBe('kms.aliasTaken');
    expect(await refused({ do: 'move-alias', alias: 'nobody' })).toBe('act.aliasGone');
    expect(await refused({ do: 'remove-alias', alias: 'orders' })).toBe('act.aliasElsewhere');
    const signing = await bench.outside.send(
      new CreateKeyCommand({ KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' }),
    );
    const TargetKeyId = signing.KeyMetadata?.KeyId;
    await bench.outside.send(new CreateAliasCommand({ AliasName: 'alias/signing', TargetKeyId }));
    expect(await refused({ do: 'move-alias', alias: 'signing' })).toBe('act.aliasOtherKind');
    expect(sentCount(bench, 'UpdateAlias') + sentCount(bench, 'DeleteAlias')).toBe(0);
    await scheduled(bench, otherArn);
    expect(codeOf(await planned(bench, otherArn, { do: 'move-alias', alias: '' }))).toBe('act.keyState');
    expect(valueOf(await planned(bench, otherArn, { do: 'remove-alias', alias: '' })).ownAliases).toEqual([
      'orders',
    ]);
  });

  it('leaves an alias that somebody moved meanwhile to its new key', async () => {
    const { bench, keyArn, otherId, targetOf } = await twoKeys();
    const act = { do: 'remove-alias', alias: 'bluescape-data' } as const;
    const { plan } = valueOf(await planned(bench, keyArn, act));
    await bench.outside.send(
      new UpdateAliasCommand({ AliasName: 'alias/bluescape-data', TargetKeyId: otherId }),
    );
    const { session } = bench.session.view;
    expect(codeOf(await bench.carryOut({ plan, session, act }))).toBe('act.aliasElsewhere');
    expect(await targetOf('bluescape-data')).toBe(otherId);
  });
});

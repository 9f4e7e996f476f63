import { describe, expect, it } from 'vitest';
import type { UnfinishedAdditionView } from '../../../main/shared/views/unfinished';
import { beginLife, type Life } from '../../faults/life';
import { add, keyWithoutReceiver, plan, snowflakePrincipal } from '../../helpers/addition-work';
import { codeOf, rowsOf, valueOf } from '../../helpers/ceremony-bench';
import { forgeNote, withoutMac } from '../../helpers/forged-note';

async function listed({ bench }: Life): Promise<UnfinishedAdditionView> {
  const [work] = valueOf(await bench.listUnfinished()).runs;
  if (work?.job !== 'add-receiver') throw new Error('No receiver is to be added.');
  return work;
}

/** A receiver whose statement was typed and sent, and perhaps not carried out. */
async function halfAdded() {
  const { life, addition } = await keyWithoutReceiver();
  life.bench.way.failAlways('PutKeyPolicy', 'request lost');
  await add(life.bench, valueOf(await plan(life.bench, addition)));
  return { life, addition };
}

describe('the note of a receiver to be added', () => {
  it('offers again what was typed, where it is proven to be ours', async () => {
    const { life } = await halfAdded();
    const { receiver, needsConfirming, isUncertain } = await listed(await life.next());
    expect(receiver.asks).toEqual({ from: 'preset', answers: { principal: [snowflakePrincipal] } });
    expect({ needsConfirming, isUncertain }).toEqual({ needsConfirming: undefined, isUncertain: true });
  });

  it('offers nothing that was typed where nothing proves that it is ours', async () => {
    const { life } = await halfAdded();
    await forgeNote(life.folder, (text) =>
      withoutMac(text).replaceAll(snowflakePrincipal, 'arn:aws:iam::999988887777:role/theirs'),
    );
    const work = await listed(await life.next());
    expect(work.needsConfirming).toBe('no-mac');
    expect(JSON.stringify(work)).not.toContain('999988887777');
    expect(work.receiver).toMatchObject({ accountId: '', asks: { from: 'later' } });
  });

  it('decides nothing of what is sent: the policy is composed from what the person says and AWS has', async () => {
    const { life, addition } = await halfAdded();
    await forgeNote(life.folder, (text) => withoutMac(text).replaceAll('210987654321', '999988887777'));
    const { bench } = await life.next();
    const run = await add(bench, valueOf(await plan(bench, addition)));
    expect(rowsOf(run)).toBe('put-policy done, policy done');
    expect(bench.way.bodies('PutKeyPolicy').join()).not.toContain('999988887777');
  });

  it('that names another key leads to no change of that key', async () => {
    const { life, addition } = await halfAdded();
    const other = await beginLife({}, { clock: life.bench.clock, practice: life.bench.practice });
    const made = await other.bench.create({ alias: 'somebody-elses' });
    const [from, to] = [addition.keyId, made.keyArn?.split('/').at(-1) ?? ''];
    await forgeNote(life.folder, (text) => withoutMac(text).replaceAll(from, to));
    const { bench } = await life.next();
    expect(codeOf(await plan(bench, addition))).toBe('run.otherKey');
    expect(bench.way.sent).not.toContain('PutKeyPolicy');
  });
});

describe('the note of a run whose receiver this version does not know', () => {
  it('says so, and shows no policy as if nobody were to be let in', async () => {
    const life = await beginLife();
    life.bench.way.fail('CreateAlias', { name: 'AccessDeniedException' });
    await life.bench.create();
    await forgeNote(life.folder, (text) => withoutMac(text).replaceAll('"bluescape"', '"of-tomorrow"'));
    const next = await life.next();
    const [work] = valueOf(await next.bench.listUnfinished()).runs;
    if (work?.job !== 'create-and-import') throw new Error('No run is listed.');
    expect(work.planned?.refused).toMatchObject({
      code: 'receiver.unknown',
      facts: { preset: 'of-tomorrow' },
    });
    const { session } = next.bench.session.view;
    expect(codeOf(await next.bench.resumeRun({ run: work.run, session }))).toBe('receiver.unknown');
  });
});

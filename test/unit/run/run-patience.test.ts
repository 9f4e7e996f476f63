import { describe, expect, it } from 'vitest';
import { allDone, createBench, rowsOf } from '../../helpers/ceremony-bench';

describe('AWS takes its time', () => {
  const throttled = { name: 'ThrottlingException' } as const;

  it.each(['CreateKey', 'CreateAlias', 'GetParametersForImport', 'ImportKeyMaterial'])(
    '%s is throttled four times and then carried out once',
    async (operation) => {
      const bench = await createBench();
      bench.way.fail(operation, throttled, throttled, throttled, throttled);
      expect(rowsOf(await bench.create())).toBe(allDone);
      expect(bench.way.sent.filter((sent) => sent === operation)).toHaveLength(5);
      expect(await bench.countKeys()).toBe(1);
    },
  );

  it('and throttles for longer: the run stops and goes on later', async () => {
    const bench = await createBench();
    bench.way.failAlways('CreateKey', throttled);
    const run = await bench.create();
    expect(run.failure).toMatchObject({
      error: { code: 'aws.throttled', changedInAws: false },
      next: 'continue',
    });
    expect(bench.way.sent.filter((sent) => sent === 'CreateKey')).toHaveLength(5);
    bench.way.heal();
    expect(rowsOf(await bench.goOn(run))).toBe(allDone);
  });

  it.each(['NotFoundException', 'KMSInvalidStateException'])(
    'and answers %s for a key that it has just made',
    async (name) => {
      const bench = await createBench();
      bench.way.fail('CreateAlias', { name }, { name });
      bench.way.fail('GetParametersForImport', { name }, { name }, { name });
      bench.way.fail('ImportKeyMaterial', { name });
      bench.way.fail('Encrypt', { name }, { name });
      expect(rowsOf(await bench.create())).toBe(allDone);
    },
  );

  it('but not for ever', async () => {
    const bench = await createBench();
    const started = bench.clock.now().getTime();
    bench.way.failAlways('GetParametersForImport', { name: 'NotFoundException' });
    expect((await bench.create()).failure).toMatchObject({
      error: { code: 'kms.notFound' },
      next: 'continue',
    });
    const tookMs = bench.clock.now().getTime() - started;
    expect(tookMs).toBeGreaterThanOrEqual(60_000);
    expect(tookMs).toBeLessThan(90_000);
  });

  it('and is asked for import parameters no more than once in 1.1 seconds', async () => {
    const bench = await createBench();
    const times: number[] = [];
    bench.way.onSend('GetParametersForImport', () => times.push(bench.clock.now().getTime()));
    bench.way.fail('GetParametersForImport', { name: 'NotFoundException' }, { name: 'NotFoundException' });
    await bench.create();
    expect(times.slice(1).map((time, at) => time - (times[at] ?? 0) >= 1100)).toEqual([true, true]);
  });

  it('and import parameters that are old as soon as they come are not fetched for ever', async () => {
    const bench = await createBench();
    const almostADay = (24 * 60 - 5) * 60_000;
    bench.onProgress(({ rows }) => {
      if (rows.find(({ step }) => step === 'wrap')?.state === 'done') bench.clock.moveOn(almostADay);
    });
    const run = await bench.create();
    expect(run.failure).toMatchObject({
      error: { code: 'parameters.expired', changedInAws: true },
      next: 'continue',
    });
    expect(bench.way.sent.filter((sent) => sent === 'GetParametersForImport')).toHaveLength(2);
    expect(bench.way.sent).not.toContain('ImportKeyMaterial');
    expect(rowsOf(run)).toBe('create-key done, create-alias done, get-parameters failed');
    bench.onProgress(() => undefined);
    expect(rowsOf(await bench.goOn(run))).toBe(allDone);
  });
});

import { describe, expect, it } from 'vitest';
import type { CallOutcome } from '../../../main/aws/kms-port';
import { createPace, mostInFlight } from '../../../main/jobs/look-after/pace';
import { localError, type AppErrorCode } from '../../../main/shared/errors';
import { createMovingClock } from '../../helpers/moving-clock';

const done: CallOutcome<number> = { outcome: 'done', value: 1 };
const refused = (code: AppErrorCode): CallOutcome<number> => ({
  outcome: 'refused',
  error: localError('key', code),
});

function paced() {
  const clock = createMovingClock();
  const stopped = { is: false };
  const pace = createPace({ clock, isStopped: () => stopped.is });
  /** Calls that are answered when the test says so; each is named. */
  const open: { readonly name: string; readonly answer: (outcome: CallOutcome<number>) => void }[] = [];
  const call = (name: string) => () =>
    new Promise<CallOutcome<number>>((answer) => open.push({ name, answer }));
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  };
  const answerAll = async (outcome = done): Promise<void> => {
    for (const { answer } of open.splice(0)) answer(outcome);
    await settle();
  };
  return { clock, stopped, pace, open, call, settle, answerAll };
}

describe('many calls that read', () => {
  it('are ten at a time, over all Regions together', async () => {
    const { pace, open, call, settle, answerAll } = paced();
    const lanes = [pace.createLane(), pace.createLane(), pace.createLane()];
    const sent = lanes.flatMap((lane) => Array.from({ length: 9 }, () => lane.send(call('x'))));
    await settle();
    expect(open).toHaveLength(mostInFlight);
    await answerAll();
    expect(open).toHaveLength(mostInFlight);
    await answerAll();
    expect(open).toHaveLength(7);
    await answerAll();
    expect(await Promise.all(sent)).toEqual(Array.from({ length: 27 }, () => done));
  });

  it('let those that can wait come last', async () => {
    const { pace, open, call, settle, answerAll } = paced();
    const [one, other] = [pace.createLane(), pace.createLane()];
    for (let count = 0; count < 10; count++) void one.send(call('first'));
    void one.send(call('later'), 'later');
    for (let count = 0; count < 10; count++) void other.send(call('urgent'));
    await settle();
    await answerAll();
    expect(open.map(({ name }) => name)).toEqual(Array.from({ length: 10 }, () => 'urgent'));
    await answerAll();
    expect(open.map(({ name }) => name)).toEqual(['later']);
  });

  it('are half as many after AWS throttled, in that Region only, and more again with each round', async () => {
    const { pace, open, call, settle, answerAll, clock } = paced();
    const [lane, other] = [pace.createLane(), pace.createLane()];
    for (let count = 0; count < 200; count++) void lane.send(call('x'));
    await settle();
    await answerAll(refused('aws.throttled'));
    expect(lane.isThrottled()).toBe(true);
    expect(other.isThrottled()).toBe(false);
    expect(clock.sleeps.length).toBeGreaterThan(0);
    // The ten that were refused together are one refusal, and are sent again.
    expect(open).toHaveLength(10);
    await answerAll();
    const inFlight: number[] = [];
    while (open.length > 0 && open.length < mostInFlight) {
      inFlight.push(open.length);
      await answerAll();
    }
    expect(inFlight[0]).toBeLessThan(10);
    expect(lane.isThrottled()).toBe(false);
  });

  it('are repeated for as long as AWS throttles', async () => {
    const { pace, clock } = paced();
    let left = 50;
    const answer = await pace
      .createLane()
      .send(() => Promise.resolve(left-- > 0 ? refused('aws.throttled') : done));
    expect(answer).toEqual(done);
    expect(Math.max(...clock.sleeps)).toBeLessThanOrEqual(8000);
  });

  it('are tried five times on a way that is disturbed, and once where they are refused', async () => {
    for (const [code, tries] of [
      ['network.reset', 5],
      ['aws.unavailable', 5],
      ['aws.accessDenied', 1],
    ] as const) {
      let sent = 0;
      const answer = await paced()
        .pace.createLane()
        .send(() => {
          sent += 1;
          return Promise.resolve(refused(code));
        });
      expect([sent, answer?.outcome]).toEqual([tries, 'refused']);
    }
  });

  it('end without an answer when the reading is stopped, and no other is sent', async () => {
    const { pace, open, call, settle, answerAll, stopped } = paced();
    const lane = pace.createLane();
    const sent = Array.from({ length: 20 }, () => lane.send(call('x')));
    await settle();
    stopped.is = true;
    await answerAll();
    expect(open).toEqual([]);
    expect(new Set(await Promise.all(sent))).toEqual(new Set([undefined]));
  });
});

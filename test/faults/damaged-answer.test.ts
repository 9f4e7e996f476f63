import { describe, expect, it } from 'vitest';
import { expectFinished, expectStopped } from './life';
import { cameCount, lifeBehindDamage } from './life-on-the-wire';

/** A bit of the TLS record's type, and two bits of its contents. */
const bits = [0, 40, 4567];

describe('one flipped bit in the answer to CreateKey, over TLS', () => {
  it.each(bits)('(bit %i) is looked up by the tag, and there is one key (audit 3)', (bit) =>
    lifeBehindDamage({ operation: 'CreateKey', bit }, async (life, wire, relay) => {
      const run = await life.bench.create();
      expect(relay.hasFlipped()).toBe(true);
      await expectFinished(life, run);
      expect(cameCount(wire, 'CreateKey')).toBe(1);
    }),
  );

  it.each(bits)(
    '(bit %i) keeps the note while AWS cannot be asked, and going on finds the key (audit 3)',
    (bit) =>
      lifeBehindDamage({ operation: 'CreateKey', bit, barsThen: true }, async (life, wire, relay) => {
        const run = await life.bench.create();
        expect(relay.hasFlipped()).toBe(true);
        relay.letIn();
        await expectStopped(life, run, { code: 'run.createUnknown', next: 'continue' });
        expect(run.failure?.error.changedInAws).toBe(true);
        await expectFinished(life, await life.bench.goOn(run));
        expect(cameCount(wire, 'CreateKey')).toBe(1);
      }),
  );
});

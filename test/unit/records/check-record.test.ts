import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkRecord } from '../../../main/records/check-record';
import { hashOfEvent } from '../../../main/records/record-chain';
import { canonicalText, isRecordValue } from '../../../main/records/record-values';
import { without as withoutField } from '../../../main/shared/without';
import { limits } from '../../../main/shared/limits';
import { errorWords } from '../../../renderer/words/errors';
import { chained, recordEvents, recordFacts, wholeRecord } from '../../fixtures/records';
import { valueOf } from '../../helpers/ceremony-bench';

interface Chain {
  events: Record<string, unknown>[];
  head: string;
}
const parsed = (): Chain => JSON.parse(Buffer.from(wholeRecord).toString('utf8')) as Chain;
const text = (chain: unknown): Buffer => Buffer.from(`${canonicalText(chain)}\n`);

function refusal(bytes: Uint8Array): string {
  const checked = checkRecord(bytes);
  if (checked.ok) return 'whole';
  expect(errorWords(checked.error, new Date()).title).not.toMatch(/undefined|NaN/);
  return [checked.error.code, checked.error.facts?.['event']].filter((part) => part !== undefined).join(' ');
}
const changed = (change: (chain: Chain) => void): string => {
  const chain = parsed();
  change(chain);
  return refusal(text(chain));
};

describe('A ceremony record', () => {
  it('says after its check what it was made of', () => {
    const { head, eventCount, ...facts } = valueOf(checkRecord(wholeRecord));
    expect(facts).toEqual(recordFacts);
    expect(eventCount).toBe(recordEvents.length);
    expect(head).toBe(parsed().head);
  });

  it('is events and a head in canonical form, each with the hash of the one before', () => {
    const bytes = Buffer.from(wholeRecord).toString('utf8');
    expect(bytes).toMatch(/^\{"events":\[\{"at":.*\],"head":"[0-9a-f]{64}"\}\n$/s);
    let prev = '0'.repeat(64);
    for (const [seq, { hash, ...rest }] of parsed().events.entries()) {
      expect([rest['seq'], rest['prev']]).toEqual([seq, prev]);
      // Sorted by hand: the library that writes the file is not asked.
      const sort = (_: string, value: unknown): unknown =>
        typeof value === 'object' && value !== null && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
          : value;
      prev = createHash('sha256').update(JSON.stringify(rest, sort)).digest('hex');
      expect(hash).toBe(prev);
    }
  });

  it('is refused when any one byte is another', { timeout: 120_000 }, () => {
    const bytes = Buffer.from(wholeRecord);
    const passed: number[] = [];
    for (let position = 0; position < bytes.length; position++) {
      const before = bytes[position] ?? 0;
      bytes[position] = before ^ (1 << (position % 7));
      if (checkRecord(bytes).ok) passed.push(position);
      bytes[position] = before;
    }
    expect(passed).toEqual([]);
    expect(refusal(bytes)).toBe('whole');
  });

  it('is refused at every length but its own', () => {
    const lengths = Array.from({ length: wholeRecord.length }, (_, length) => length);
    expect(lengths.filter((length) => checkRecord(wholeRecord.subarray(0, length)).ok)).toEqual([]);
    expect(refusal(wholeRecord.subarray(0, wholeRecord.length - 1))).toBe('record.notCanonical');
    expect(refusal(wholeRecord.subarray(0, wholeRecord.length / 2))).toBe('record.unreadable');
  });

  it.each<[string, string, (chain: Chain) => void]>([
    [
      'a fact that was changed',
      'record.broken 3',
      ({ events }) => Object.assign(events[3] ?? {}, { facts: 'none' }),
    ],
    [
      'a fact that was changed with its hash',
      'record.broken 4',
      ({ events }) => rehash(events[3], { facts: { checkValue: 'unknown', source: 'restored' } }),
    ],
    [
      'two events that changed places',
      'record.reordered 5',
      ({ events }) => events.splice(5, 2, ...events.slice(5, 7).reverse()),
    ],
    [
      'an event that is there twice',
      'record.reordered 6',
      ({ events }) => events.splice(6, 0, ...events.slice(5, 6)),
    ],
    ['an event that is missing', 'record.reordered 5', ({ events }) => events.splice(5, 1)],
    ['the first event missing', 'record.truncated', ({ events }) => events.splice(0, 1)],
    ['the last event missing', 'record.truncated', ({ events }) => events.splice(-1, 1)],
    [
      'the last events missing, and their head',
      'record.truncated',
      (chain) => {
        chain.events.splice(-3);
        chain.head = String(chain.events.at(-1)?.['hash']);
      },
    ],
    [
      'another head',
      'record.head',
      (chain) => {
        chain.head = 'a'.repeat(64);
      },
    ],
    [
      'a field more in an event',
      'record.broken 2',
      ({ events }) => Object.assign(events[2] ?? {}, { note: 'x' }),
    ],
    [
      'a field more in an event, with its hash',
      'record.malformed 2',
      ({ events }) => rehash(events[2], { note: 'x' }),
    ],
    ['a field more beside the events', 'record.notCanonical', (chain) => Object.assign(chain, { note: 'x' })],
  ])('is refused for %s: %s', (_, code, change) => {
    expect(changed(change)).toBe(code);
  });

  it.each<[string, string, Uint8Array]>([
    [
      'a byte order mark',
      'record.notCanonical',
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), wholeRecord]),
    ],
    ['a line end more', 'record.notCanonical', Buffer.concat([wholeRecord, Buffer.from('\n')])],
    [
      'line ends of Windows',
      'record.notCanonical',
      Buffer.concat([wholeRecord.subarray(0, -1), Buffer.from('\r\n')]),
    ],
    ['the indentation of an editor', 'record.notCanonical', Buffer.from(JSON.stringify(parsed(), null, 2))],
    [
      'an escape that need not be',
      'record.notCanonical',
      Buffer.from(Buffer.from(wholeRecord).toString().replace('Bluescape', '\\u0042luescape')),
    ],
    [
      'a field twice',
      'record.notCanonical',
      Buffer.from(Buffer.from(wholeRecord).toString().replace('"head":', '"head":"x","head":')),
    ],
    ['something after it', 'record.unreadable', Buffer.concat([wholeRecord, wholeRecord])],
    ['10 MB', 'record.tooLarge', Buffer.alloc(10 * 1024 * 1024, 0x20)],
    ['one byte more than allowed', 'record.tooLarge', Buffer.alloc(limits.maxCeremonyRecordBytes + 1, 0x20)],
    ['nothing in it', 'record.notOurs', Buffer.alloc(0)],
    ['bytes at random', 'record.notOurs', createHash('sha512').update('x').digest()],
    ['other JSON', 'record.notOurs', Buffer.from('{"format":"keyferry-hand-over","version":1}')],
    ['no events', 'record.notOurs', Buffer.from('{"events":[],"head":""}\n')],
    ['events that are none', 'record.notOurs', Buffer.from('{"events":[null],"head":""}\n')],
    ['a list', 'record.notOurs', Buffer.from('[]')],
    ['very deep nesting', 'record.notOurs', Buffer.from('['.repeat(100_000) + ']'.repeat(100_000))],
  ])('is refused for %s: %s', (_, code, bytes) => {
    expect(refusal(bytes)).toBe(code);
  });

  const [begun] = recordEvents;
  it.each<[string, string, readonly unknown[]]>([
    [
      'a newer version',
      'record.version',
      [{ ...begun, facts: { ...(begun?.facts as object), version: 2 } }, ...recordEvents.slice(1)],
    ],
    [
      'a type that nobody knows',
      'record.malformed 1',
      [begun, { ...recordEvents[1], type: 'approved' }, ...recordEvents.slice(2)],
    ],
    ['a section twice', 'record.malformed 0', twice('people')],
    [
      'a section missing',
      'record.malformed 0',
      closing(recordEvents.filter(({ type }) => type !== 'people')),
    ],
    [
      'none beside one',
      'record.malformed 0',
      closing([
        ...recordEvents.slice(0, -1),
        { ...recordEvents.at(-2), type: 'exception', facts: 'none' },
        recordEvents.at(-1),
      ]),
    ],
    [
      'a mark of practice that was taken off',
      'record.malformed 0',
      [{ ...begun, facts: without(begun?.facts, 'practice') }, ...recordEvents.slice(1)],
    ],
    [
      'a local time of another instant',
      'record.malformed 0',
      [{ ...begun, at: { ...begun?.at, local: '2026-03-04T12:00:00.000+01:00' } }, ...recordEvents.slice(1)],
    ],
    [
      'a name with hidden characters',
      `record.malformed ${recordEvents.length - 2}`,
      recordEvents.map((event) =>
        event.type === 'people'
          ? { ...event, facts: { operator: { name: 'Ada\u202E' }, witness: 'none' } }
          : event,
      ),
    ],
  ])('that was made anew with %s is refused: %s', (_, code, events) => {
    expect(refusal(chained(events))).toBe(code);
  });
});

describe('What a record may be made of', () => {
  it.each([0, -1, 2 ** 53 - 1, '', 'é\u2028\u0000', true, [], {}, { a: [{ b2: 1 }] }])('%j', (value) => {
    expect(isRecordValue(value)).toBe(true);
    expect(canonicalText(value)).toBe(JSON.stringify(value));
  });

  it.each([
    0.5,
    -0,
    2 ** 53,
    NaN,
    Infinity,
    1e300,
    null,
    undefined,
    '\uD800',
    { é: 1 },
    { 'a b': 1 },
    { 1: 1 },
    1n,
    [[[[[[[[[[[[[[[1]]]]]]]]]]]]]]],
  ])('is not %s', (value) => {
    expect(isRecordValue(value)).toBe(false);
    expect(() => canonicalText(value)).toThrow('A record is made of other values.');
  });
});

function rehash(event: Record<string, unknown> | undefined, changes: object): void {
  if (event === undefined) throw new Error('no such event');
  Object.assign(event, changes);
  event['hash'] = hashOfEvent(withoutField(event, 'hash'));
}

/** With the number of events set right. */
function closing(events: readonly unknown[]): readonly unknown[] {
  return [...events.slice(0, -1), { ...recordEvents.at(-1), facts: { events: events.length } }];
}

function twice(type: string): readonly unknown[] {
  return closing(recordEvents.flatMap((event) => (event.type === type ? [event, event] : [event])));
}

function without(facts: unknown, field: string): unknown {
  return Object.fromEntries(Object.entries(facts as object).filter(([name]) => name !== field));
}

import { afterAll, beforeAll, expect, it } from 'vitest';
import { clientConfig } from '../../../main/aws/transport/client-settings';
import { createKmsPorts } from '../../../main/aws/kms';
import { createRequestHandler } from '../../../main/aws/transport/request-handler';
import { createPracticeAws } from '../../../main/practice/practice-aws';
import { practiceOnTheWire, type PracticeOnTheWire } from '../../faults/practice-on-the-wire';
import { impatience, testCredentials } from '../../helpers/aws-answers';
import { startDamagingRelay, type DamagingRelay } from '../../helpers/damaging-relay';
import { makeAuthority } from '../../helpers/tls-server';

const authority = makeAuthority('aws.example');
/** A length that was made larger leaves both sides waiting; what is found must not depend on how long. */
const timeLimits = { connectMs: 1500, requestMs: 1500 };
const amplyTimed = { connectMs: 20_000, requestMs: 20_000 };

let wire: PracticeOnTheWire;
let relay: DamagingRelay;
/** The bit of the answer to CreateKey that is flipped. */
let flipInAnswer: number | undefined;
/** The trials whose CreateKey came to AWS, perhaps after it was given up here. */
const heard = new Set<string>();
let trials = 0;

beforeAll(async () => {
  const practice = createPracticeAws({ now: () => new Date() });
  wire = await practiceOnTheWire(practice, {
    authority,
    whenHeard: (_, body) => {
      heard.add(String((JSON.parse(body.toString()) as { Description?: unknown }).Description));
      if (flipInAnswer !== undefined) relay.flip(flipInAnswer);
    },
  });
  relay = await startDamagingRelay(wire.port);
});
afterAll(async () => {
  await relay.close();
  await wire.close();
});

/** One CreateKey over a connection of its own, and how it came out here. */
async function create(limits = timeLimits) {
  const requestHandler = createRequestHandler({
    proxy: { choice: { kind: 'none' }, environment: {}, resolveProxy: () => Promise.resolve('DIRECT') },
    ca: authority.ca,
    timeLimits: limits,
  });
  const { kms, close } = createKmsPorts(
    clientConfig(
      {
        region: 'eu-central-1',
        endpoint: `https://127.0.0.1:${relay.port}`,
        requestHandler,
        useFipsEndpoint: false,
        useDualstackEndpoint: false,
      },
      testCredentials,
    ),
    impatience,
  );
  const trial = String((trials += 1));
  const created = await kms.createKey({ policy, description: trial, tags: [], multiRegion: false });
  close();
  requestHandler.destroy();
  const code = created.outcome === 'done' ? 'none' : created.error.code;
  const changedInAws = created.outcome === 'done' || created.error.changedInAws;
  return { trial, outcome: created.outcome, code, changedInAws, hasFlipped: relay.hasFlipped() };
}

const policy = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'kms:*', Resource: '*' }],
});

/** The header of the record, and then every sixteenth byte, each with another bit. */
const sampleOf = (bytes: number): readonly number[] =>
  Array.from({ length: bytes }, (_, at) => at)
    .filter((at) => at < 8 || at % 16 === 0 || at === bytes - 1)
    .map((at, index) => at * 8 + (index % 8));

it('in the answer to CreateKey leave it unknown, and never call it refused (audit 3)', async () => {
  flipInAnswer = Number.MAX_SAFE_INTEGER;
  expect(await create(amplyTimed)).toMatchObject({ outcome: 'done', hasFlipped: false });
  const bits = sampleOf(relay.bytesSaid());
  expect(bits.length).toBeGreaterThan(50);
  let flipped = 0;
  const wrong: unknown[] = [];
  for (const bit of bits) {
    flipInAnswer = bit;
    const found = await create();
    // An answer may be a digit shorter than the first one was.
    if (!found.hasFlipped) continue;
    flipped += 1;
    if (found.outcome !== 'unknown' || !found.changedInAws) wrong.push({ bit, ...found });
  }
  flipInAnswer = undefined;
  expect(wrong).toEqual([]);
  expect(flipped).toBeGreaterThan(50);
});

it('in a handshake mean that nothing was sent, and whatever was sent is never called refused (audit 3)', async () => {
  relay.flip(Number.MAX_SAFE_INTEGER);
  expect(await create(amplyTimed)).toMatchObject({ outcome: 'done' });
  const refused: string[] = [];
  let unknown = 0;
  for (const bit of sampleOf(relay.bytesSaid())) {
    relay.flip(bit);
    const { trial, outcome, changedInAws } = await create();
    if (outcome === 'refused') refused.push(trial);
    if (outcome === 'unknown') unknown += 1;
    expect({ bit, changedInAws }).toEqual({ bit, changedInAws: outcome !== 'refused' });
  }
  relay.bytesSaid();
  expect(refused.filter((trial) => heard.has(trial))).toEqual([]);
  expect({ refused: refused.length > 30, unknown: unknown > 30 }).toEqual({ refused: true, unknown: true });
});

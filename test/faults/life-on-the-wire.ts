import { createRequestHandler, type TimeLimits } from '../../main/aws/transport/request-handler';
import { definedOnly } from '../../main/shared/defined-only';
import { practiceAws } from '../helpers/practice-aws';
import { benchRegion } from '../helpers/ceremony-bench';
import { startDamagingRelay, type DamagingRelay } from '../helpers/damaging-relay';
import { createMovingClock } from '../helpers/moving-clock';
import { makeAuthority, type Authority } from '../helpers/tls-server';
import { beginLife, type Life } from './life';
import { practiceOnTheWire, type PracticeOnTheWire } from './practice-on-the-wire';

type Use = (life: Life, wire: PracticeOnTheWire) => Promise<void>;

let ownAuthority: Authority | undefined;
const authorityOfTests = (): Authority => (ownAuthority ??= makeAuthority('aws.example'));

/**
 * A life that reaches AWS over a real socket, with the app's own request handler; and a second one over TLS, as in
 * reality.
 */
export async function lifeOnTheWire(use: Use, timeLimits?: TimeLimits): Promise<void> {
  for (const authority of [undefined, authorityOfTests()]) {
    const { clock, practice } = newAws();
    const wire = await practiceOnTheWire(practice, { authority });
    try {
      await live(wire.url, { clock, practice }, { timeLimits, ca: authority?.ca }, (life) => use(life, wire));
    } finally {
      await wire.close();
    }
  }
}

export interface Damage {
  readonly operation: string;
  /** The bit in the first answer to the operation; the first bit is 0. */
  readonly bit: number;
  /** Nothing passes afterwards, until the relay lets it. */
  readonly barsThen?: boolean;
}

/** A life that reaches AWS with TLS over a device that flips one bit. */
export async function lifeBehindDamage(
  { operation, bit, barsThen }: Damage,
  use: (life: Life, wire: PracticeOnTheWire, relay: DamagingRelay) => Promise<void>,
): Promise<void> {
  const { clock, practice } = newAws();
  const authority = authorityOfTests();
  let isDue = true;
  const wire = await practiceOnTheWire(practice, {
    authority,
    whenHeard: (came) => {
      if (isDue && came === operation) relay.flip(bit, barsThen);
      if (came === operation) isDue = false;
    },
  });
  const relay = await startDamagingRelay(wire.port);
  try {
    const url = `https://127.0.0.1:${relay.port}`;
    const timeLimits = { connectMs: 2000, requestMs: 20_000 };
    await live(url, { clock, practice }, { timeLimits, ca: authority.ca }, (life) => use(life, wire, relay));
  } finally {
    await relay.close();
    await wire.close();
  }
}

function newAws() {
  const clock = createMovingClock();
  return { clock, practice: practiceAws({ now: clock.now }) };
}

async function live(
  endpoint: string,
  house: ReturnType<typeof newAws>,
  way: { readonly timeLimits?: TimeLimits | undefined; readonly ca?: string | undefined },
  use: (life: Life) => Promise<void>,
): Promise<void> {
  const requestHandler = createRequestHandler({
    proxy: { choice: { kind: 'none' }, environment: {}, resolveProxy: () => Promise.resolve('DIRECT') },
    ...definedOnly(way),
  });
  const reach = () => ({
    region: benchRegion,
    endpoint,
    requestHandler,
    useFipsEndpoint: false,
    useDualstackEndpoint: false,
  });
  try {
    await use(await beginLife({}, { ...house, reach }));
  } finally {
    requestHandler.destroy();
  }
}

export const cameCount = ({ came }: PracticeOnTheWire, operation: string): number =>
  came.filter((each) => each === operation).length;

import { createRequestHandler, type TimeLimits } from '../../main/aws/request-handler';
import { definedOnly } from '../../main/shared/defined-only';
import { createPracticeAws } from '../../main/practice/practice-aws';
import { benchRegion } from '../helpers/ceremony-bench';
import { createMovingClock } from '../helpers/moving-clock';
import { makeAuthority, type Authority } from '../helpers/tls-server';
import { beginLife, type Life } from './life';
import { practiceOnTheWire, type PracticeOnTheWire } from './practice-on-the-wire';

type Use = (life: Life, wire: PracticeOnTheWire) => Promise<void>;

let ownAuthority: Authority | undefined;
const authorityOfTests = (): Authority => (ownAuthority ??= makeAuthority('aws.example'));

/**
 * A life whose way to AWS is a real socket, and the app's own request handler; and a second one whose way is TLS, as
 * the real one is.
 */
export async function lifeOnTheWire(use: Use, timeLimits?: TimeLimits): Promise<void> {
  await live(use, undefined, timeLimits);
  await live(use, authorityOfTests(), timeLimits);
}

async function live(use: Use, authority: Authority | undefined, timeLimits?: TimeLimits): Promise<void> {
  const clock = createMovingClock();
  const practice = createPracticeAws({ now: clock.now });
  const wire = await practiceOnTheWire(practice, { authority });
  const requestHandler = createRequestHandler({
    proxy: { choice: { kind: 'none' }, environment: {}, resolveProxy: () => Promise.resolve('DIRECT') },
    ...definedOnly({ timeLimits, ca: authority?.ca }),
  });
  const reach = () => ({
    region: benchRegion,
    endpoint: wire.url,
    requestHandler,
    useFipsEndpoint: false,
    useDualstackEndpoint: false,
  });
  try {
    await use(await beginLife({}, { clock, practice, reach }), wire);
  } finally {
    requestHandler.destroy();
    await wire.close();
  }
}

export const cameCount = ({ came }: PracticeOnTheWire, operation: string): number =>
  came.filter((each) => each === operation).length;

import { createRequestHandler, type TimeLimits } from '../../main/aws/request-handler';
import { definedOnly } from '../../main/shared/defined-only';
import { createPracticeAws } from '../../main/practice/practice-aws';
import { benchRegion } from '../helpers/ceremony-bench';
import { createMovingClock } from '../helpers/moving-clock';
import { beginLife, type Life } from './life';
import { practiceOnTheWire, type PracticeOnTheWire } from './practice-on-the-wire';

/** A life whose way to AWS is a real socket, and the app's own request handler. */
export async function lifeOnTheWire(
  use: (life: Life, wire: PracticeOnTheWire) => Promise<void>,
  timeLimits?: TimeLimits,
): Promise<void> {
  const clock = createMovingClock();
  const practice = createPracticeAws({ now: clock.now });
  const wire = await practiceOnTheWire(practice);
  const requestHandler = createRequestHandler({
    proxy: { choice: { kind: 'none' }, environment: {}, resolveProxy: () => Promise.resolve('DIRECT') },
    ...definedOnly({ timeLimits }),
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

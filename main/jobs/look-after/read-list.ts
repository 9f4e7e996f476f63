import type { AwsSession } from '../../aws/session';
import type { LogEntry } from '../../platform/log';
import type { Clock } from '../../run/calls';
import type { AppError } from '../../shared/errors';
import type { KeyListUpdate } from '../../shared/views/keys';
import { readingOf, type KeyList, type RegionKeys } from './key-list';
import { createListUpdates } from './list-updates';
import { createPace } from './pace';
import { findKeys } from './find-keys';
import { readDetails } from './read-details';
import { isDenied, type Ended, type RegionPorts } from './region-ports';

export interface ReadListPorts {
  readonly clock: Clock;
  readonly emit: (update: KeyListUpdate) => void;
  readonly log: (entry: LogEntry) => void;
  readonly unfinished: RegionPorts['unfinished'];
  readonly ownKeys: RegionPorts['ownKeys'];
}

export interface ListReading {
  /** Ends when every Region was read, was given up, or the reading was stopped. */
  readonly ended: Promise<void>;
  /** What AWS still answers is not waited for. */
  readonly stop: () => void;
}

/**
 * Reads those Regions of a list that are not done, at the same time: first every key, then the details of imported
 * ones. A Region that cannot be read stops no other, but a sign-in that has ended pauses all.
 */
export function readList(list: KeyList, session: AwsSession, ports: ReadListPorts): ListReading {
  let isStopped = false;
  let stopWaiting: () => void = () => undefined;
  const stopped = new Promise<void>((resolve) => {
    stopWaiting = resolve;
  });
  const pace = createPace({ clock: ports.clock, isStopped: () => isStopped });
  const lanes = new Map([...list.regions.keys()].map((region) => [region, pace.createLane()]));
  const updates = createListUpdates({
    sleep: ports.clock.sleep,
    emit: ports.emit,
    list: list.id,
    regions: () =>
      [...list.regions.values()].map((keys) =>
        readingOf(keys, lanes.get(keys.region)?.isThrottled() === true),
      ),
  });

  /** What is known by now is what stays. */
  function end(): void {
    if (isStopped) return;
    isStopped = true;
    for (const keys of list.regions.values()) {
      if (keys.state === 'reading' || keys.state === 'waiting') keys.state = 'stopped';
    }
    updates.end();
    stopWaiting();
  }

  function settle(keys: RegionKeys, ended: Ended): void {
    if (isStopped) return;
    if (ended === 'all' || ended === 'stopped') {
      keys.state = ended === 'all' ? 'done' : 'stopped';
    } else if (hasSignInEnded(ended, keys)) {
      pauseAll(ended);
    } else {
      keys.state = isNotEnabled(ended, keys, session) ? 'not-enabled' : 'failed';
      keys.error = ended;
      ports.log({
        event: 'list.regionFailed',
        code: ended.code,
        stage: ended.stage,
        requestId: ended.requestId,
      });
    }
    updates.region();
  }

  function pauseAll(error: AppError): void {
    for (const keys of list.regions.values()) {
      if (keys.state !== 'waiting' && keys.state !== 'reading') continue;
      keys.state = 'paused';
      keys.error = error;
    }
    end();
  }

  async function read(keys: RegionKeys): Promise<void> {
    const lane = lanes.get(keys.region);
    if (lane === undefined) return;
    const { kmsOnce: kms, view: home } = session.inRegion(keys.region);
    const regionPorts: RegionPorts = { ...ports, kms, home, lane, updates };
    keys.state = 'reading';
    keys.error = undefined;
    keys.aliasError = undefined;
    const found = await findKeys(keys, regionPorts);
    const canGoOn = !isStopped && (found === 'all' || isDenied(found));
    const ended = canGoOn ? await readDetails(keys, regionPorts) : found;
    settle(keys, ended === 'all' ? found : ended);
  }

  async function readAll(): Promise<void> {
    const open = [...list.regions.values()].filter(({ state }) => state !== 'done');
    await Promise.race([Promise.all(open.map(read)), stopped]);
    end();
  }

  return { ended: readAll(), stop: end };
}

/** AWS took these credentials in this Region before, or they have run out. */
const hasSignInEnded = ({ code }: AppError, keys: RegionKeys): boolean =>
  code === 'credentials.expired' || (code.startsWith('credentials.') && keys.listed.size > 0);

/** In a Region that is not enabled, AWS knows nobody. */
const isNotEnabled = ({ code }: AppError, { region }: RegionKeys, { view }: AwsSession): boolean =>
  code === 'credentials.refused' && region !== view.region;

import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import { createIdentities, type Caller, type Identities } from './identities';
import { practicePeople, type PracticeOptions } from './options';
import { createRegionStore, type RegionStore } from './store';

/** Everything that the practice AWS remembers. */
export interface World {
  readonly options: Required<PracticeOptions>;
  readonly identities: Identities;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly regionStore: (region: string) => RegionStore;
  /** The Regions in which something was asked. */
  readonly stores: () => readonly RegionStore[];
}

/** One call of one operation. */
export interface Call {
  readonly world: World;
  readonly operation: string;
  readonly caller: Caller;
  readonly store: RegionStore;
}

/** Puts keys into the account before anybody asks; without it, there are none. */
export interface Furnished {
  readonly furnish?: (world: World) => void;
}

export function createWorld({ furnish, ...given }: PracticeOptions & Furnished): World {
  const options: Required<PracticeOptions> = {
    region: 'eu-central-1',
    accountId: '111122223333',
    people: practicePeople,
    caller: (given.people ?? practicePeople)[0]?.name ?? '',
    strangers: [],
    unknownAccounts: ['999999999999', '000000000000'],
    quotas: {},
    unsettledCalls: 0,
    changeMs: 0,
    denied: [],
    denies: () => false,
    mfaCode: '',
    browser: { answer: 'approve', pendingPolls: 1 },
    marksImportTokens: false,
    makeRsaKeys: (modulusLength) => promisify(generateKeyPair)('rsa', { modulusLength }),
    checkSignatureTime: false,
    fault: () => undefined,
    ...given,
  };
  const regions = new Map<string, RegionStore>();
  const world: World = {
    options,
    identities: createIdentities(options),
    now: () => options.now().getTime(),
    stores: () => [...regions.values()],
    regionStore(region) {
      const store = regions.get(region) ?? createRegionStore(region);
      regions.set(region, store);
      return store;
    },
  };
  furnish?.(world);
  return world;
}

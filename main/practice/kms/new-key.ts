import type { PracticeKey } from '../store';
import type { Call } from '../world';
import { arnIn } from './find-key';

type Given = Pick<
  PracticeKey,
  'id' | 'spec' | 'usage' | 'origin' | 'multiRegion' | 'description' | 'policy' | 'tags'
>;

/** A key without material, in the Region of the call. It is not kept yet. */
export function newKey(call: Call, given: Given): PracticeKey {
  const { world, store, caller } = call;
  return {
    ...given,
    arn: arnIn(call, `${caller.accountId}:key/${given.id}`),
    region: store.region,
    accountId: caller.accountId,
    createdAt: world.now(),
    manager: 'CUSTOMER',
    disabled: false,
    deletionAt: undefined,
    deletionDays: undefined,
    busy: undefined,
    rotation: undefined,
    automaticRotation: undefined,
    lastUse: undefined,
    materials: [],
    grants: new Map(),
    unsettled: new Map(),
  };
}

import type { ActName } from '../schemas/act';
import type { MaterialCount } from './views/material-count';

/** Everything that can be done with an imported key, acts and imports alike. */
export type KeyAction = ActName | 'import-again' | 'extend' | 'rotate' | 'allow-receiver';

/** Why something cannot be done now: what comes first, or what the key is. */
export type Hindrance =
  | 'enable-first'
  | 'import-first'
  | 'cancel-deletion-first'
  | 'stopped-already'
  /** No key material of it is at AWS. */
  | 'no-material'
  /** Of a replica: what only its primary can do. */
  | 'primary-only'
  /** New material waits already: it is rotated to, or removed. */
  | 'waiting-first'
  /** AWS rotates symmetric keys only. */
  | 'new-key-instead'
  | 'on-the-primary'
  /** AWS is creating or updating the key. */
  | 'busy';

export type Offer = { readonly offered: true } | { readonly offered: false; readonly because: Hindrance };

/** What the table goes by, as AWS names it. */
export interface ActingKey {
  readonly state: string;
  readonly keySpec: string;
  readonly multiRegion?: 'primary' | 'replica';
  /** Those that it needs; absent where they are not known. */
  readonly materials?: MaterialCount;
  /** Whether new material waits for a rotation; absent where it is not known. */
  readonly newMaterialWaits?: boolean;
}

const yes: Offer = { offered: true };
const no = (because: Hindrance): Offer => ({ offered: false, because });

type Cells = Readonly<
  Record<'Enabled' | 'Disabled' | 'PendingImport' | 'deletion' | 'busy', Offer | undefined>
>;

const imports: Cells = {
  Enabled: yes,
  Disabled: yes,
  PendingImport: yes,
  deletion: no('cancel-deletion-first'),
  busy: no('busy'),
};

/** PutKeyPolicy and RevokeGrant work in every state. */
const always: Cells = { Enabled: yes, Disabled: yes, PendingImport: yes, deletion: yes, busy: yes };

/** While AWS is at work on a key, it takes these as well. */
const label: Cells = {
  Enabled: yes,
  Disabled: yes,
  PendingImport: yes,
  deletion: no('cancel-deletion-first'),
  busy: yes,
};

const rotations: Cells = {
  Enabled: yes,
  Disabled: no('enable-first'),
  PendingImport: no('import-first'),
  deletion: no('cancel-deletion-first'),
  busy: no('busy'),
};

/** AWS KMS Developer Guide, "Key states of AWS KMS keys": undefined where an action has no sense in a state. */
const table: Readonly<Record<KeyAction, Cells>> = {
  'import-again': { ...imports, Enabled: undefined, Disabled: undefined },
  extend: { ...imports, PendingImport: undefined },
  'disable-key': {
    Enabled: yes,
    Disabled: undefined,
    PendingImport: no('stopped-already'),
    deletion: no('stopped-already'),
    busy: no('busy'),
  },
  'enable-key': {
    Enabled: undefined,
    Disabled: yes,
    PendingImport: no('import-first'),
    deletion: no('cancel-deletion-first'),
    busy: no('busy'),
  },
  'schedule-deletion': {
    Enabled: yes,
    Disabled: yes,
    PendingImport: yes,
    deletion: undefined,
    busy: no('busy'),
  },
  'cancel-deletion': {
    Enabled: undefined,
    Disabled: undefined,
    PendingImport: undefined,
    deletion: yes,
    busy: undefined,
  },
  'delete-material': { Enabled: yes, Disabled: yes, PendingImport: yes, deletion: yes, busy: no('busy') },
  'allow-receiver': always,
  'revoke-receiver': always,
  'relabel-key': label,
  'give-alias': label,
  'move-alias': label,
  // This works in any state.
  'remove-alias': { ...label, deletion: yes },
  'replicate-key': {
    Enabled: yes,
    Disabled: no('enable-first'),
    PendingImport: no('import-first'),
    deletion: no('cancel-deletion-first'),
    busy: no('busy'),
  },
  rotate: rotations,
  'rotate-now': rotations,
  'remove-waiting': { Enabled: yes, Disabled: yes, PendingImport: yes, deletion: yes, busy: no('busy') },
};

/** Whether an action is offered for a key; undefined where it is not even named. */
export function offerOf(action: KeyAction, key: ActingKey): Offer | undefined {
  const cell = cellOf(key.state);
  // What a state that this app does not know allows, nobody here can say.
  const offer = cell === undefined ? undefined : table[action][cell];
  if (offer === undefined) return undefined;
  switch (action) {
    case 'rotate':
      return hindranceOfRotating(key) ?? offer;
    case 'rotate-now':
    case 'remove-waiting':
      if (key.newMaterialWaits !== true) return undefined;
      return key.multiRegion === 'replica' ? no('on-the-primary') : offer;
    // AWS takes it of a key that it is creating, and not of one that it is updating.
    case 'schedule-deletion':
      return key.state === 'Creating' ? yes : offer;
    case 'delete-material':
      return key.state === 'PendingImport' && key.materials?.there === 0 ? no('no-material') : offer;
    case 'replicate-key':
      if (key.multiRegion === 'primary') return offer;
      return key.multiRegion === 'replica' ? no('primary-only') : undefined;
    default:
      return offer;
  }
}

/** What stands against it in every state. */
function hindranceOfRotating({ state, ...key }: ActingKey): Offer | undefined {
  if (key.keySpec !== 'SYMMETRIC_DEFAULT') return no('new-key-instead');
  if (key.multiRegion === 'replica') return no('on-the-primary');
  return key.newMaterialWaits === true && state === 'Enabled' ? no('waiting-first') : undefined;
}

/** Whether the deletion of a key is scheduled; that of a primary waits for its replicas. */
export const isToBeDeleted = (state: string): boolean => cellOf(state) === 'deletion';

function cellOf(state: string): keyof Cells | undefined {
  switch (state) {
    case 'Enabled':
    case 'Disabled':
    case 'PendingImport':
      return state;
    case 'PendingDeletion':
    case 'PendingReplicaDeletion':
      return 'deletion';
    case 'Creating':
    case 'Updating':
      return 'busy';
    default:
      return undefined;
  }
}

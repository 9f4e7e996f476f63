import type { FoundMaterial } from '../../schemas/saved';
import type { WrappingAlgorithm } from '../kms-words';
import type { OrganisationView } from './organisation';

export type { MaterialChoice } from '../../schemas/custody';
export type {
  FingerprintView,
  FoundMaterial,
  IntakeForm,
  MaterialKind,
  ParametersView,
  SavedFileView,
} from '../../schemas/saved';

/** What the page may know. Nothing here can carry key material, a token, a wrapped blob or a full path, but those of the organisation. */

export interface AppView {
  readonly version: string;
  readonly electron: string;
  readonly platform: 'windows' | 'macos' | 'linux';
  /** Set once, for a page that replaced one that crashed. */
  readonly isAfterCrash?: true;
  /** Absent where there are none. */
  readonly organisation?: OrganisationView;
}

/** What runs: for support, and for everybody whose work is in it. */
export interface AboutView {
  readonly version: string;
  /** As it stands in each record that this build makes; 64 hex digits. */
  readonly buildSha256: string;
  /** Name and version. */
  readonly parts: readonly (readonly [string, string])[];
  /** Whether this build has the key that signs release files. */
  readonly canCheckReleases: boolean;
  /** The notices of everything that is in the app; absent where their file is gone. */
  readonly notices?: {
    /** From where it was asked for, a few kilobytes. */
    readonly part: string;
    /** Of all of it, in UTF-16 units. */
    readonly length: number;
  };
}

export type MaterialForm = 'raw' | 'hex' | 'base64' | 'pkcs8-der' | 'pkcs8-pem';

export interface MaterialView extends FoundMaterial {
  readonly handle: string;
  readonly fileName: string;
  readonly form: MaterialForm;
}

/** Wrapped key material from the offline computer. */
export interface ReturnedMaterialView {
  readonly handle: string;
  readonly form: 'package' | 'files';
  readonly files: readonly string[];
  /** Whether it was wrapped for the practice AWS; it is then finished there, and nowhere else. */
  readonly practice: boolean;
  /** Whether it is new material for a key that has some: the key is rotated to it. */
  readonly isNew: boolean;
  readonly keyId?: string;
  readonly keyArn?: string;
  readonly region?: string;
  readonly accountId?: string;
  readonly wrappingAlgorithm?: WrappingAlgorithm;
  /** ISO 8601, UTC; absent when nothing says it. */
  readonly validTo?: string;
  readonly checkValue?: string;
  /** Whether there is a transfer code to compare; older packages and loose files have none. */
  readonly hasTransferCode: boolean;
}

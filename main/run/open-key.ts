import type { KeyFacts } from '../aws/kms-port';
import type { Mode } from '../shared/views/aws';
import type { KeyMaterialView } from '../shared/views/keys';

/** A key that a person has opened to look after it, as AWS answered. What is done with it reads it again first. */
export interface OpenKey {
  readonly mode: Mode;
  readonly accountId: string;
  /** The key's own, which may be another one than that of the sign-in: `AwsSession.inRegion`. */
  readonly region: string;
  readonly partition: string;
  readonly facts: KeyFacts;
  /** Without `alias/`, in alphabetical order; empty as well where they may not be listed. */
  readonly aliases: readonly string[];
  /** Absent where AWS does not tell them: for keys that are not symmetric, and without permission. */
  readonly materials?: readonly KeyMaterialView[];
  /** Value of its tag `keyferry:ceremony`; absent if it has none, or its tags could not be read. */
  readonly ceremony?: string;
  /** JSON; absent if it could not be read. */
  readonly policy?: string;
  /** By AWS's clock. */
  readonly readAt: Date;
}

import type { KMSClient } from '@aws-sdk/client-kms';

/** What a recorded test is repeated with. */
export interface Replay {
  readonly kms: KMSClient;
  /** A client of another Region of the same account. */
  readonly inRegion: (region: string) => KMSClient;
  /** Compares what a call came to with the recording of that step. */
  readonly step: (name: string, call: Promise<unknown>) => Promise<void>;
}

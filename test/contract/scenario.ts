import { randomBytes } from 'node:crypto';
import {
  DecryptCommand,
  DescribeKeyCommand,
  EncryptCommand,
  type KeyMetadata,
  type KMSClient,
} from '@aws-sdk/client-kms';
import { expect } from 'vitest';
import type { AwsClients } from '../helpers/aws-clients';
import { createExternalKey, importMaterial, needed } from '../helpers/import-material';

/** What every server under test has. */
export interface Bench {
  readonly clients: AwsClients;
  /** The same server in another Region. */
  readonly kmsIn: (region: string) => KMSClient;
  readonly accountId: string;
  readonly region: string;
  /** A user and a role of the account, made before the suite runs. */
  readonly userName: string;
  readonly roleName: string;
}

/** One behaviour of AWS that the app relies on. Rejects when the server behaves differently. */
export interface Scenario {
  /** `area: what holds`; the capability table names it by this. */
  readonly name: string;
  readonly run: (bench: Bench) => Promise<void>;
}

let made = 0;

/** A name that is not taken on this server. */
export const freshAlias = (): string => `alias/contract/${Date.now().toString(36)}-${(made += 1)}`;

/** A symmetric key with material that does not expire. */
export async function usableKey({ clients: { kms } }: Bench): Promise<string> {
  const keyId = await createExternalKey(kms);
  await importMaterial(kms, keyId, randomBytes(32));
  return keyId;
}

export async function stateOf(kms: KMSClient, KeyId: string): Promise<KeyMetadata> {
  const answer = await kms.send(new DescribeKeyCommand({ KeyId }));
  return needed(answer.KeyMetadata);
}

export async function expectRoundTrip(kms: KMSClient, KeyId: string): Promise<void> {
  const Plaintext = randomBytes(64);
  const { CiphertextBlob } = await kms.send(new EncryptCommand({ KeyId, Plaintext }));
  const opened = await kms.send(new DecryptCommand({ KeyId, CiphertextBlob }));
  expect(Buffer.from(needed(opened.Plaintext)).equals(Plaintext)).toBe(true);
}

import type { WrappingAlgorithm } from '../shared/kms-words';
import type { FingerprintView, IntakeForm } from '../shared/views/app';
import type { ForRotation } from './for-rotation';
import type { WrappingKey } from './wrapping-key';

/** Import parameters that passed every check possible offline. Only validate-parameters.ts makes them. */
export interface ImportParameters {
  readonly form: IntakeForm;
  readonly files: readonly string[];
  readonly keyId?: string;
  readonly keyArn?: KeyArn;
  readonly wrappingKey: WrappingKey;
  readonly fingerprint: FingerprintView;
  readonly importToken: Uint8Array;
  readonly tokenLooksFamiliar: boolean;
  /** Absent when no file says it. */
  readonly wrappingAlgorithm?: WrappingAlgorithm;
  readonly validTo?: Date;
  readonly forRotation?: ForRotation;
}

export interface KeyArn {
  readonly arn: string;
  readonly partition: string;
  readonly region: string;
  readonly accountId: string;
  readonly keyId: string;
}

const arnShape = /^arn:(aws[a-z-]*):kms:([a-z0-9-]+):(\d{12}):key\/((?:mrk-)?[0-9a-f-]{32,36})$/;

/** Reads a KMS key ARN (AWS KMS developer guide, "Key identifiers"); undefined for anything else. */
export function readKeyArn(text: string): KeyArn | undefined {
  const [, partition, region, accountId, keyId] = arnShape.exec(text) ?? [];
  if (partition === undefined || region === undefined || accountId === undefined || keyId === undefined) {
    return undefined;
  }
  return { arn: text, partition, region, accountId, keyId };
}

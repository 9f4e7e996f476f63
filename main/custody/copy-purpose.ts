import { randomUUID } from 'node:crypto';
import { checkAlias } from '../aws/check-key';
import type { AwsSession } from '../aws/session';
import type { ImportParameters } from '../parameters/import-parameters';
import { isPracticeImportToken } from '../parameters/practice-import-token';
import type { KeyFacts } from '../schemas/key';
import type { CopyKey, CopyPurpose, CopyView, CustodyView } from '../shared/views/custody';
import { definedOnly } from '../shared/defined-only';
import { localError, type AppError } from '../shared/errors';
import { fileNamed, inFileName } from '../shared/file-names';
import { err, ok, type Result } from '../shared/result';
import type { Fit } from '../vault/messages';
import { knownWords } from './known-words';
import { otherCopy } from './other-copy';

/** What a purpose means here: what the material has to fit, and what its copy says. */
export interface Purpose {
  readonly fit: Fit & { readonly lengthBytes: 32 | 16 };
  readonly key: CopyKey;
  /** What a passphrase of the copy must not be made of. */
  readonly knownWords: readonly string[];
  /** Value for the key's tag, where the key does not exist yet. */
  readonly ceremony?: string;
  readonly practice: boolean;
  /** Where work goes on that knows its copy. */
  readonly expected?: ExpectedCopy;
  readonly suggestedName: string;
  /** Where the key exists already, and only its import parameters would be lost with the app. */
  readonly note?: CopyNote;
  /** Where the key had its material before: why a copy is not of that; undefined if nothing speaks against it. */
  readonly whyNot?: (copy: Pick<CopyView, 'checkValue' | 'key'>) => AppError | undefined;
}

/** A key that had its material before. */
export interface KnownKey {
  readonly practice: boolean;
  readonly facts: KeyFacts;
  readonly region: string;
  /** Without `alias/`. */
  readonly aliases: readonly string[];
  /** Of each of its materials; undefined where it is not known. */
  readonly checkValues: readonly (string | undefined)[];
}

/** What work that goes on knows of the copy that its material is restored from, or is put into. */
export interface ExpectedCopy {
  /** Value of the tag by which the key of this work is found: a new copy names it. */
  readonly ceremony?: string;
  /** The same, where the material was made in this work: a copy that names another is of other material. */
  readonly mustName?: string;
  /** 16 hex digits. */
  readonly checkValue?: string;
}

/** Written down around a copy, so that it is known later what the copy is for. */
export interface CopyNote {
  readonly begin: () => Promise<void>;
  /** @param copied undefined when there is no copy. */
  readonly end: (
    copied: { readonly custody: CustodyView; readonly checkValue: string } | undefined,
  ) => Promise<void>;
}

type ParametersPurpose = Extract<CopyPurpose, { parameters: string }>;

export type PurposeOf = (purpose: CopyPurpose) => Result<Purpose>;

/** Errors: parameters.gone, session.gone, run.gone, reimport.keyGone, key.alias. */
export function createPurposeOf(ports: {
  readonly findParameters: (handle: string) => ImportParameters | undefined;
  readonly findSession: (handle: string) => AwsSession | undefined;
  readonly noteCopy: (purpose: ParametersPurpose, parameters: ImportParameters) => CopyNote;
  /** The check value that resumed work noted, by the handle of its import parameters. */
  readonly notedCheckValue: (parameters: string) => string | undefined;
  /** By the handle of a run. */
  readonly findExpected: (run: string) => ExpectedCopy | undefined;
  /** By the handle of an open key, or of a run that imports once more. */
  readonly findKnownKey: (handle: string) => KnownKey | undefined;
}): PurposeOf {
  return (purpose) => {
    if ('parameters' in purpose) {
      const parameters = ports.findParameters(purpose.parameters);
      return parameters
        ? ok({
            ...forParameters(purpose, parameters),
            expected: definedOnly({ checkValue: ports.notedCheckValue(purpose.parameters) }),
            note: ports.noteCopy(purpose, parameters),
          })
        : err(localError('parameters', 'parameters.gone'));
    }
    if (!('session' in purpose)) {
      const known = ports.findKnownKey(handleIn(purpose));
      const of = 'rotates' in purpose ? forRotation : forKnownKey;
      return known ? ok(of(known, purpose.lengthBytes)) : err(localError('custody', 'reimport.keyGone'));
    }
    const session = ports.findSession(purpose.session);
    if (session === undefined) return err(localError('sign-in', 'session.gone'));
    const expected = purpose.run === undefined ? {} : ports.findExpected(purpose.run);
    if (expected === undefined) return err(localError('run', 'run.gone', undefined, 'no'));
    const alias = checkAlias(purpose.alias);
    return alias.ok ? ok(forNewKey(purpose, session, expected)) : alias;
  };
}

function forParameters(
  { wrappingAlgorithm, lengthBytes }: ParametersPurpose,
  { wrappingKey, keyId, keyArn, importToken }: ImportParameters,
): Purpose {
  const practice = isPracticeImportToken(importToken);
  return {
    fit: { wrappingAlgorithm, wrappingKeySpec: wrappingKey.spec, lengthBytes },
    key: definedOnly({
      keyId,
      keyArn: keyArn?.arn,
      accountId: keyArn?.accountId,
      region: keyArn?.region,
    }),
    knownWords: knownWords([keyArn?.accountId, keyArn?.region, keyId, keyArn?.arn]),
    practice,
    suggestedName: copyFileName(keyId, practice),
  };
}

const handleIn = (purpose: Exclude<CopyPurpose, { parameters: string } | { session: string }>): string => {
  if ('rotates' in purpose) return purpose.rotates;
  return 'key' in purpose ? purpose.key : purpose.run;
};

function ofKnownKey({ practice, facts, region, aliases }: KnownKey, lengthBytes: 32 | 16) {
  const { keyId, arn: keyArn, accountId, keySpec } = facts;
  return {
    fit: { ...againFit(keySpec), lengthBytes },
    key: { keyId, keyArn, accountId, region },
    knownWords: knownWords([...aliases, accountId, region, keyId]),
    practice,
    suggestedName: copyFileName(aliases[0] ?? keyId, practice),
  } satisfies Purpose;
}

/** New material may be any but what the key has; of what is not known, AWS says so. */
const forRotation = (known: KnownKey, lengthBytes: 32 | 16): Purpose => ({
  ...ofKnownKey(known, lengthBytes),
  whyNot: ({ checkValue }) =>
    known.checkValues.includes(checkValue)
      ? localError('custody', 'rotate.sameMaterial', undefined, 'change-input')
      : undefined,
});

function forKnownKey(known: KnownKey, lengthBytes: 32 | 16): Purpose {
  const { facts, checkValues } = known;
  const { keyId } = facts;
  return {
    ...ofKnownKey(known, lengthBytes),
    whyNot: ({ checkValue, key }) => {
      if (checkValues.includes(checkValue)) return undefined;
      if (key.keyId !== undefined && key.keyId !== keyId) {
        return localError('custody', 'copy.otherKey', { found: key.keyArn ?? key.keyId, expected: keyId });
      }
      const [expected] = checkValues;
      // Where one is not known, AWS compares: it takes only material that the key had.
      const isKnown = !checkValues.includes(undefined);
      return expected !== undefined && isKnown ? otherCopy(expected, checkValue) : undefined;
    },
  };
}

/** Only private keys of RSA and elliptic curves are wrapped in two layers ("Encrypting key material", KMS guide). */
export const againFit = (keySpec: string): Fit => ({
  wrappingKeySpec: 'RSA_4096',
  wrappingAlgorithm: /^(RSA|ECC)_/.test(keySpec) ? 'RSA_AES_KEY_WRAP_SHA_256' : 'RSAES_OAEP_SHA_256',
});

function forNewKey(
  {
    wrappingAlgorithm,
    wrappingKeySpec,
    lengthBytes,
    alias,
    receiver,
  }: Extract<CopyPurpose, { session: string }>,
  { view }: AwsSession,
  expected: ExpectedCopy,
): Purpose {
  const { accountId, region, mode, callerArn, principalArn } = view;
  const ceremony = expected.ceremony ?? randomUUID();
  const practice = mode === 'practice';
  return {
    fit: { wrappingAlgorithm, wrappingKeySpec, lengthBytes },
    key: { accountId, region, alias, ceremony },
    knownWords: knownWords([
      ...[alias, receiver?.name, receiver?.accountId, accountId, region],
      ...[principalArn, callerArn],
    ]),
    ceremony,
    practice,
    expected,
    suggestedName: copyFileName(alias, practice),
  };
}

/** A name that every file system takes. */
function copyFileName(name: string | undefined, practice: boolean): string {
  const of = name === undefined ? '' : ` of ${inFileName(name)}`;
  return fileNamed(`Sealed copy${of}.age`, practice);
}

import { combine } from 'shamir-secret-sharing';
import { describe, expect, it } from 'vitest';
import { ok } from '../../main/shared/result';
import { checkValueOf } from '../../main/vault/check-value';
import { testCopy, type CopyFunctions, type TestedForm } from '../../main/vault/copies/copy-self-test';
import { openSealed, sealToRecipients } from '../../main/vault/copies/seal';
import { flipBit } from '../helpers/sealed-files';

const forms: readonly TestedForm[] = ['passphrase', 'recipients', 'postQuantum', 'shares'];
const failure = {
  ok: false,
  error: { code: 'wrap.selfTestFailed', stage: 'custody', retry: 'no', changedInAws: false },
};
const real: CopyFunctions = { openSealed, sealToRecipients, combine, checkValueOf };

const mask = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => byte ^ 0x5a);

/** Each is wrong but consistent with itself, so that only a known answer can show it; or it does not work at all. */
const broken: readonly (readonly [string, TestedForm, Partial<CopyFunctions>])[] = [
  ...(['passphrase', 'recipients', 'postQuantum'] as const).flatMap(
    (form): readonly (readonly [string, TestedForm, Partial<CopyFunctions>])[] => [
      [
        'seals and opens another document',
        form,
        {
          sealToRecipients: (document, recipients) => sealToRecipients(mask(document), recipients),
          openSealed: async (...given) => {
            const opened = await openSealed(...given);
            return opened.ok ? ok(mask(opened.value)) : opened;
          },
        },
      ],
      [
        'opens what is damaged',
        form,
        { openSealed: (file, ...key) => openSealed(flipBit(file, 1400), ...key) },
      ],
      ['opens to nothing', form, { openSealed: () => Promise.resolve(ok(new Uint8Array())) }],
      [
        'throws',
        form,
        {
          openSealed: () => {
            throw new Error('no such cipher');
          },
        },
      ],
    ],
  ),
  ...(['recipients', 'postQuantum'] as const).map(
    (form) =>
      [
        'seals to somebody else',
        form,
        {
          sealToRecipients: (document: Uint8Array) =>
            sealToRecipients(document, ['age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj']),
        },
      ] as const,
  ),
  ['combines to other bytes', 'shares', { combine: async (shares) => mask(await combine(shares)) }],
  ['leaves a share out', 'shares', { combine: (shares) => combine(shares.slice(1)) }],
  ['gives another check value', 'shares', { checkValueOf: (bytes) => checkValueOf(mask(bytes)) }],
  ['gives another check value', 'passphrase', { checkValueOf: (bytes) => checkValueOf(mask(bytes)) }],
];

describe('the self-test of copies', () => {
  it.each(forms)('passes for %s with what is here', async (form) => {
    expect(await testCopy(form)).toEqual({ ok: true, value: null });
    expect(await testCopy(form, real)).toEqual({ ok: true, value: null });
  });

  it.each(broken)('catches a library that %s: %s', async (_, form, change) => {
    expect(await testCopy(form, { ...real, ...change })).toEqual(failure);
  });
});

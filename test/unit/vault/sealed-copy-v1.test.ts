import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCopyDocument } from '../../../main/vault/copies/copy-document';
import { openSealed, sealedForm } from '../../../main/vault/copies/seal';

describe('a sealed copy that version 1 made', () => {
  it('opens for ever', async () => {
    const file = readFileSync(resolve(import.meta.dirname, '../../fixtures/sealed-copy-v1.age'));
    expect(sealedForm(file)).toBe('passphrase');
    const document = await openSealed(file, { passphrase: 'Grüße aus 2026' }, 'sealed-copy-v1.age');
    const read = document.ok ? readCopyDocument(document.value, 'sealed-copy-v1.age') : document;
    if (!read.ok) throw new Error(read.error.code);
    expect(read.value.secret.use((bytes) => [...bytes])).toEqual(
      Array.from({ length: 32 }, (_, byte) => byte),
    );
    expect(read.value.facts).toEqual({
      material: { kind: 'symmetric', lengthBytes: 32 },
      checkValue: '95793d8b40484b55',
      madeAt: '2026-03-04T05:06:07.089Z',
      madeBy: 'Keyferry 0.1.0',
      practice: true,
      key: {
        accountId: '111122223333',
        region: 'eu-central-1',
        alias: 'bluescape/data',
        ceremony: '5b7a3a52-9d0c-4f9e-8c54-0a6a0b1f2c3d',
      },
    });
  });
});

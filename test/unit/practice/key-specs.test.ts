import { generateKeyPairSync, verify as verifyBytes } from 'node:crypto';
import { DescribeKeyCommand, SignCommand, VerifyCommand } from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../helpers/aws-clients';
import { createExternalKey, importMaterial, needed } from '../../helpers/import-material';
import { practiceBench } from '../../helpers/practice-bench';

const der = { format: 'der', type: 'pkcs8' } as const;

describe('a private key for Ed25519', () => {
  it('is imported, signs, and takes no key of another curve', async () => {
    const { kms } = practiceBench();
    const request = { KeySpec: 'ECC_NIST_EDWARDS25519', KeyUsage: 'SIGN_VERIFY' } as const;
    const KeyId = await createExternalKey(kms, request);
    const other = generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey.export(der);
    expect(await refusalOf(importMaterial(kms, KeyId, other))).toBe('IncorrectKeyMaterialException');
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    await importMaterial(kms, KeyId, privateKey.export(der));
    const Message = Buffer.from('message');
    const SigningAlgorithm = 'ED25519_SHA_512';
    const { Signature } = await kms.send(new SignCommand({ KeyId, Message, SigningAlgorithm }));
    expect(verifyBytes(null, Message, publicKey, needed(Signature))).toBe(true);
    const verified = await kms.send(new VerifyCommand({ KeyId, Message, SigningAlgorithm, Signature }));
    expect(verified.SignatureValid).toBe(true);
  });
});

describe('a key for key agreement', () => {
  it('is of a NIST curve, and says its algorithm', async () => {
    const { kms } = practiceBench();
    const agreement = { KeyUsage: 'KEY_AGREEMENT' } as const;
    const KeyId = await createExternalKey(kms, { ...agreement, KeySpec: 'ECC_NIST_P384' });
    const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId }));
    expect(KeyMetadata).toMatchObject({ ...agreement, KeyAgreementAlgorithms: ['ECDH'] });
    expect(KeyMetadata).not.toHaveProperty('SigningAlgorithms');
    for (const KeySpec of ['ECC_SECG_P256K1', 'ECC_NIST_EDWARDS25519', 'RSA_2048'] as const) {
      expect(await refusalOf(createExternalKey(kms, { ...agreement, KeySpec }))).toBe('ValidationException');
    }
  });
});

import { describe, expect, it } from 'vitest';
import { judgeCopy } from '../../../../main/jobs/look-after/judge-copy';
import type { OpenKey } from '../../../../main/run/open-key';
import type { KeyMaterialView, MaterialCopy } from '../../../../main/shared/views/keys';
import { accountId, keyId, longKeyId, sha256 } from '../../../fixtures/hand-overs';

const arn = `arn:aws:kms:eu-central-1:${accountId}:key/${keyId}`;
const otherArn = arn.replace('5f3c', '6a4d');
const digest = sha256('a sealed file');
const ids = ['a'.repeat(64), 'b'.repeat(64)] as const;
const [current, former] = ids;

const material = (id: string, copy?: MaterialCopy): KeyMaterialView => ({
  id,
  role: id === current ? 'CURRENT' : 'NON_CURRENT',
  isThere: true,
  ...(copy ? { copy } : {}),
});
const described = [
  material(current, { checkValue: '0'.repeat(16), kept: { as: 'shares', serial: '7F3A-91C2' } }),
  material(former, {
    checkValue: '1'.repeat(16),
    kept: { as: 'sealed-copy', fileSha256: digest.slice(0, 16) },
  }),
];

const keyWith = (changes: Partial<OpenKey> = {}): OpenKey => ({
  mode: 'aws',
  accountId,
  region: 'eu-central-1',
  partition: 'aws',
  facts: {
    arn,
    keyId,
    accountId,
    state: 'Enabled',
    origin: 'EXTERNAL',
    keySpec: 'SYMMETRIC_DEFAULT',
    multiRegion: false,
    description: '',
  },
  aliases: [],
  materials: described,
  ceremony: 'this-ceremony',
  readAt: new Date(0),
  ...changes,
});
const plain = keyWith({ materials: [material(current), material(former)] });

describe('a document that belongs to a material of the key', () => {
  it.each([
    ['the ID of the material', { key: { keyMaterialId: former } }, { by: 'material-id', materialId: former }],
    ['its check value', { key: {}, checkValue: '1'.repeat(16) }, { by: 'check-value', materialId: former }],
    ['the serial of its shares', { key: {}, serial: '7F3A-91C2' }, { by: 'serial', materialId: current }],
    ['the digest of its file', { key: {}, sha256: digest }, { by: 'file', materialId: former }],
  ] as const)('is known by %s', (_what, says, expected) => {
    expect(judgeCopy(says, keyWith())).toEqual({ is: 'this', ...expected });
  });

  it('is known although it was made for another key, and says for which', () => {
    expect(judgeCopy({ key: { keyArn: otherArn }, checkValue: '0'.repeat(16) }, keyWith())).toEqual({
      is: 'this',
      by: 'check-value',
      materialId: current,
      madeFor: otherArn,
    });
  });

  it.each([
    ['ARN', { keyArn: arn }],
    ['key ID', { keyId }],
    ['ceremony', { ceremony: 'this-ceremony' }],
  ])('is known by the %s of the key, but of several materials not which', (_what, key) => {
    expect(judgeCopy({ key }, plain)).toEqual({ is: 'this', by: 'key' });
    const one = keyWith({ materials: [material(current)] });
    expect(judgeCopy({ key }, one)).toEqual({ is: 'this', by: 'key', materialId: current });
  });

  it('is known by the ARN of the same multi-Region key elsewhere, and only of that', () => {
    const { facts } = keyWith();
    const mrk = keyWith({ facts: { ...facts, keyId: longKeyId, multiRegion: true }, materials: [] });
    const elsewhere = `arn:aws:kms:us-east-1:${accountId}:key/${longKeyId}`;
    expect(judgeCopy({ key: { keyArn: elsewhere } }, mrk)).toEqual({ is: 'this', by: 'key' });
    const foreign = elsewhere.replace(accountId, '999988887777');
    expect(judgeCopy({ key: { keyArn: foreign } }, mrk)).toEqual({ is: 'other', keyArn: foreign });
    const single = keyWith({ facts: { ...facts, keyId }, materials: [] });
    const same = arn.replace('eu-central-1', 'us-east-1');
    expect(judgeCopy({ key: { keyArn: same } }, single)).toEqual({ is: 'other', keyArn: same });
  });
});

describe('a document that does not', () => {
  it('is of another key where it names one', () => {
    expect(judgeCopy({ key: { keyArn: otherArn }, checkValue: '9'.repeat(16) }, keyWith())).toEqual({
      is: 'other',
      keyArn: otherArn,
    });
  });

  it('is of another key where every material has a description, and none has its check value', () => {
    const says = { key: {}, checkValue: '9'.repeat(16) };
    expect(judgeCopy(says, keyWith())).toEqual({ is: 'other' });
    const [first] = described;
    const half = keyWith({ materials: [...(first ? [first] : []), material(former)] });
    expect(judgeCopy(says, half)).toEqual({ is: 'unknown', why: 'says-too-little' });
  });

  it('names this key and none of its materials: by the check value, or by an ID that AWS does not list', () => {
    expect(judgeCopy({ key: { keyArn: arn }, checkValue: '9'.repeat(16) }, keyWith())).toEqual({
      is: 'no-material',
    });
    expect(judgeCopy({ key: { keyArn: arn, keyMaterialId: 'c'.repeat(64) } }, plain)).toEqual({
      is: 'no-material',
    });
  });

  it('is never practice of a real key, whatever else it says', () => {
    expect(judgeCopy({ key: { keyArn: arn }, practice: true }, keyWith())).toEqual({ is: 'other-mode' });
    const practised = keyWith({ mode: 'practice' });
    expect(judgeCopy({ key: { keyArn: arn }, practice: false }, practised)).toEqual({ is: 'other-mode' });
    expect(judgeCopy({ key: { keyArn: arn }, practice: true }, practised)).toMatchObject({ is: 'this' });
  });
});

describe('a sealed copy that AWS says nothing of', () => {
  it.each(['passphrase', 'recipients'] as const)('cannot be told before it is opened: %s', (opensWith) => {
    const says = { key: {}, sha256: sha256('another file'), opensWith };
    expect(judgeCopy(says, keyWith())).toEqual({ is: 'unknown', why: opensWith });
    expect(judgeCopy(says, plain)).toEqual({ is: 'unknown', why: opensWith });
  });

  it('is not of another key because it is of another ceremony: keys may share a material', () => {
    expect(judgeCopy({ key: { ceremony: 'an earlier one' } }, plain)).toEqual({
      is: 'unknown',
      why: 'says-too-little',
    });
  });
});

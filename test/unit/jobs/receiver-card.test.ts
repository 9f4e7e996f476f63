import { noSettings } from '../../../main/shared/organisation-forbids';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describePolicy, makeKeyPolicy } from '../../../main/aws/policy/key-policy';
import { resolveReceiver } from '../../../main/run/receiver-access';
import type { ReceiverChoice } from '../../../main/shared/views/aws';
import { createReceiverCard } from '../../../main/jobs/receiver-card';
import { shownOf } from '../../helpers/ceremony-bench';
import { bytesOf, ed25519, goodCard, jwkOf, signByHand, writeCard } from '../../helpers/receiver-cards';

const folder = mkdtempSync(join(tmpdir(), 'keyferry-card-'));
const { verbs: desk } = createReceiverCard({
  organisation: noSettings,
  dialogs: { pickReceiverCard: () => Promise.resolve(undefined) },
  now: () => new Date('2026-11-25T12:00:00Z'),
});
const faultOf = async (...paths: string[]): Promise<string> => {
  const read = await desk.readReceiverCard({ files: paths });
  return read.ok ? 'none' : read.error.code;
};

describe('a receiver card that was dropped', () => {
  it('answers with its facts, and with nothing when the dialog was dismissed', async () => {
    const read = await desk.readReceiverCard({ files: [writeCard(folder, goodCard)] });
    expect(shownOf(read)).toEqual({
      fileName: 'receiver-card.json',
      name: 'Example Data',
      accountId: '210987654321',
      regions: ['eu-central-1'],
      needsGrants: true,
      note: { contact: 'keys@example.com', wanted: ['key-arn', 'account-id', 'region'] },
      issuedAt: '2026-11-01T00:00:00Z',
      isExpired: false,
    });
    expect(await desk.readReceiverCard({ files: 'ask' })).toEqual({ ok: true, value: { picked: false } });
  });

  it('says that it has expired, who signed it, and whose letters its name has', async () => {
    const { publicKey, privateKey } = ed25519();
    const card = { ...goodCard, name: 'Пример', validUntil: '2026-11-25T11:59:59Z' };
    const signed = signByHand(bytesOf(card), privateKey, { alg: 'EdDSA', jwk: jwkOf(publicKey) });
    const read = await desk.readReceiverCard({ files: [writeCard(folder, signed, 'signed.json')] });
    const view = shownOf(read);
    expect(view).toMatchObject({ isExpired: true, script: 'Cyrillic' });
    expect(view.signer?.hex).toMatch(/^[0-9a-f]{64}$/);
    expect(view.signer?.words).toHaveLength(24);
  });

  it.each(['receiver-card.signed.json', 'receiver-card-signed (1).json', 'Signed card.json'])(
    'is refused as %s when its signature was taken off (audit 13)',
    async (name) => {
      const altered = { ...goodCard, accountId: '999988887777' };
      expect(await faultOf(writeCard(folder, altered, name))).toBe('card.signatureMissing');
      const { publicKey, privateKey } = ed25519();
      const signed = signByHand(bytesOf(goodCard), privateKey, { alg: 'EdDSA', jwk: jwkOf(publicKey) });
      expect(await faultOf(writeCard(folder, signed, name))).toBe('none');
    },
  );

  it.each(['unsigned.json', 'not-signed.json', 'designed.json'])('may be called %s', async (name) => {
    expect(await faultOf(writeCard(folder, goodCard, name))).toBe('none');
  });

  it('is one plain file, and not a large one', async () => {
    const card = writeCard(folder, goodCard, 'one.json');
    const large = join(folder, 'large.json');
    writeFileSync(large, Buffer.alloc(10 * 1024 * 1024, 0x20));
    const link = join(folder, 'link.json');
    symlinkSync(card, link);
    mkdirSync(join(folder, 'sub'));
    expect(await faultOf(card, card)).toBe('file.tooMany');
    // With its name: refused before a byte of it was read.
    expect(await desk.readReceiverCard({ files: [large] })).toMatchObject({
      error: { code: 'file.tooLarge', facts: { name: 'large.json' } },
    });
    expect(await faultOf(join(folder, 'sub'))).toBe('file.notRegular');
    expect(await faultOf(link)).toBe('file.notRegular');
    expect(await faultOf(join(folder, 'nowhere'))).toBe('file.notFound');
    expect(await faultOf('')).toBe('file.notFound');
    expect(await faultOf()).toBe('file.notFound');
  });

  it('never widens the key policy: what a card can ask for are the two statements that the app knows', async () => {
    for (const needs of [['cryptographic-use'], ['cryptographic-use', 'grants']]) {
      const card = { ...goodCard, name: 'Principal AWS', contact: '*@example.com, kms:*', needs };
      const read = await desk.readReceiverCard({ files: [writeCard(folder, card, `${needs.length}.json`)] });
      const { name, accountId = '', needsGrants, note } = shownOf(read);
      const receiver = { preset: 'other' as const, name, accountId, needsGrants, note };
      const own = { partition: 'aws', accountId: '111122223333', administrators: [], users: [] };
      const policyOf = (choice: ReceiverChoice) => {
        const resolved = resolveReceiver(choice, own);
        if (!resolved.ok) throw new Error(resolved.error.code);
        return makeKeyPolicy({ ...own, receiver: resolved.value.access, multiRegion: false });
      };
      const policy = policyOf(receiver);
      const typed = { preset: 'other' as const, name: '', accountId: '210987654321' };
      const byHand = { ...typed, needsGrants: needs.length > 1 };
      expect(policy).toEqual(policyOf(byHand));
      expect(describePolicy(policy).map(({ sid }) => sid)).toEqual([
        'Enable IAM User Permissions',
        'Allow use of the key',
        ...(needs.length > 1 ? ['Allow attachment of persistent resources'] : []),
      ]);
      expect(JSON.stringify(policy)).not.toMatch(/example|Principal AWS/);
    }
  });
});

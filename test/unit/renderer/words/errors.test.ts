import { describe, expect, it } from 'vitest';
import {
  appErrorCodes,
  localError,
  type AppError,
  type AppErrorCode,
  type Stage,
} from '../../../../main/shared/errors';
import { errorWords, technicalDetails } from '../../../../renderer/words/errors';

const now = new Date('2026-11-24T12:00:00.000Z');
/** Every fact that some part of main states. */
const facts = {
  name: 'a.bin',
  entry: 'b.bin',
  max: 32,
  maxBytes: 6144,
  bytes: 7000,
  actualBytes: 31,
  expectedBytes: 32,
  stated: 'RSA_2048',
  found: 'RSA_4096',
  bits: 1024,
  first: 'k1.bin',
  second: 'k2.bin',
  cloud: 'Huawei',
  keyName: 'Ed25519',
  validTo: '2026-11-24T10:54:23.000Z',
  system: 'EIO',
  correlationId: 'c0ffee',
  profile: 'work',
  missing: 'role_arn',
  role: 'Admin',
  minutes: 20,
  host: 'kms.eu-central-1.amazonaws.com',
  seconds: 30,
  httpStatus: 407,
  url: 'http://127.0.0.1:4566',
  action: 'kms:CreateKey',
  operation: 'CreateKey',
  field: 'policy',
  state: 'Disabled',
  alias: 'mine',
  principal: 'arn:aws:iam::111122223333:role/Admin',
  accountId: '111122223333',
  tag: 2,
  algorithm: 'RSA_AES_KEY_WRAP_SHA_256',
  keys: 'key-1, key-2',
  version: 2,
  number: 3,
  minChars: 12,
  workFactor: 22,
  have: 1,
  need: 2,
  serials: '7F3A-91C2, 0B1D-22E0',
  expected: '0123456789abcdef',
  notRead: 'PlaintextKeyMaterial.bin',
};
const unfinished = /undefined|null|NaN|Invalid Date|\$\{|“”|\s{2}|\.\./;

describe.each(appErrorCodes)('the words for %s', (code) => {
  const all = [localError('parameters', code), localError('material', code, facts)];

  it.each(all)('say what happened, what it means and what to do (%#)', (error) => {
    const { title, meaning, next } = errorWords(error, now);
    for (const text of [title, meaning, next]) {
      expect(text.length).toBeGreaterThan(10);
      expect(text).not.toMatch(unfinished);
    }
    expect(title).not.toMatch(/error|\.$/i);
    expect(meaning).toMatch(/\.$/);
    expect(next).toMatch(/\.$/);
  });

  it.each(all)('say that nothing changed in AWS (%#)', (error) => {
    expect(errorWords(error, now).meaning).toMatch(/nothing changed in AWS/i);
  });
});

describe('the words for a failure', () => {
  it('differ from code to code', () => {
    const said = appErrorCodes.map((code) => JSON.stringify(errorWords(localError('app', code), now)));
    expect(new Set(said).size).toBe(appErrorCodes.length);
  });

  it.each<[Stage, RegExp]>([
    ['parameters', /Nothing was saved/],
    ['material', /Nothing was saved/],
    ['custody', /Nothing was imported/],
    ['wrap', /Nothing was saved/],
    ['save', /Nothing half-written was left behind/],
  ])('of stage %s say what is on the disk', (stage, effect) => {
    expect(errorWords(localError(stage, 'internal.unexpected'), now).meaning).toMatch(effect);
  });

  it('of an expired set name both times, because the clock may be wrong', () => {
    const { meaning } = errorWords(localError('parameters', 'parameters.expired', facts), now);
    expect(meaning).toContain('10:54 UTC');
    expect(meaning).toContain('12:00 UTC');
  });

  it('say that AWS was changed, or may have been, when it was', () => {
    const changed = (code: AppErrorCode): string =>
      errorWords({ ...localError('run', code), changedInAws: true }, now).meaning;
    expect(changed('aws.accessDenied')).toMatch(/AWS was changed/);
    expect(changed('run.createUnknown')).toMatch(/AWS may have been changed/);
    expect(changed('run.importUnknown')).toMatch(/AWS may have been changed/);
    for (const code of appErrorCodes) expect(changed(code)).not.toMatch(/nothing changed/i);
  });

  it.each<[AppErrorCode, string, string, RegExp]>([
    ['aws.accessDenied', 'because', 'service-control-policy', /organization/],
    ['key.alias', 'reason', 'reserved', /aws\//],
    ['key.tags', 'reason', 'duplicate', /same key/],
    ['key.principal', 'reason', 'session', /role itself/],
    ['key.expiry', 'reason', 'tooFar', /365/],
    ['receiver.account', 'reason', 'partition', /border/],
    ['receiver.account', 'reason', 'principal', /whole account/],
    ['credentials.pastedUnreadable', 'reason', 'notTemporary', /never expires/],
    ['network.untrustedCertificate', 'kind', 'file', /cannot be read/],
    ['package.otherKey', 'reason', 'region', /Region/],
    ['copy.badRecipient', 'reason', 'unsupported', /plugin/],
    ['package.malformed', 'reason', 'severalPackages', /more than one/],
  ])('of %s follow the %s %s', (code, fact, value, words) => {
    expect(errorWords(localError('run', code, { [fact]: value }), now).meaning).toMatch(words);
  });

  it('use the facts', () => {
    const said = (error: AppError): string => errorWords(error, now).meaning;
    expect(said(localError('material', 'material.wrongLength', facts))).toMatch(
      /exactly 32 bytes; this file holds 31/,
    );
    expect(said(localError('parameters', 'bundle.twoKeys', facts))).toMatch(/“k1\.bin” and “k2\.bin”/);
    expect(said(localError('parameters', 'bundle.readmeContradictsKey', facts))).toMatch(
      /“RSA_2048”.*“RSA_4096”/,
    );
  });

  it.each<[AppErrorCode, AppError['facts'], RegExp]>([
    ['copy.otherMaterial', { expected: 'a'.repeat(16), found: 'b'.repeat(16) }, /bbbb bbbb.*not aaaa aaaa/],
    ['copy.tooFewShares', { have: 1, need: 3 }, /takes 3 .*At hand: 1\./],
    ['copy.mixedShares', { serials: '7F3A-91C2, 0B1D-22E0' }, /7F3A-91C2, 0B1D-22E0/],
    ['copy.workFactor', { workFactor: 22 }, /22/],
  ])('of %s use the facts', (code, stated, words) => {
    expect(errorWords(localError('custody', code, stated), now).meaning).toMatch(words);
  });

  it('tell a foreign container from a foreign kind of key', () => {
    const title = (reason: string): string =>
      errorWords(localError('material', 'material.unsupportedKey', { reason }), now).title;
    expect(title('container')).not.toBe(title('curve'));
  });
});

it('sends nobody to a copy that was never kept', () => {
  const words = (facts?: { copies: number }) =>
    Object.values(errorWords(localError('custody', 'copy.released', facts), now)).join(' ');
  expect(words()).toContain('Your copy is where you saved it.');
  expect(words({ copies: 0 })).not.toMatch(/Your copy|from the copy/);
});

describe('the technical details', () => {
  it('hold code, stage, facts and time', () => {
    const error = localError('save', 'save.failed', { system: 'EIO' }, 'same');
    expect(technicalDetails(error, now).split('\n')).toEqual([
      'code: save.failed',
      'stage: save',
      'retry: same',
      'changed in AWS: no',
      'system: EIO',
      'time: 2026-11-24T12:00:00.000Z',
    ]);
    expect(technicalDetails({ ...error, requestId: 'r-1' }, now)).toContain('AWS request ID: r-1');
    const app = { version: '0.1.0', electron: '45.4.1', platform: 'linux' } as const;
    expect(technicalDetails(error, now, app)).toMatch(/\napp version: 0\.1\.0\nplatform: linux$/);
  });
});

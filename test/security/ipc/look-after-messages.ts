import { randomUUID } from 'node:crypto';
import { anyOf, fields, files, flag, listOf, oneOf, sha256, someOf, text, uuid, wholeFrom } from './checks';

/** The verbs of looking after imported keys: what the contract allows, and one message each that is in order. */

const tag = fields({ key: text(2048), value: text(2048) });
const accountId = (value: unknown): boolean => typeof value === 'string' && /^\d{12}$/.test(value);

const act = anyOf(
  fields({ do: oneOf('disable-key', 'enable-key') }),
  fields({ do: oneOf('schedule-deletion'), days: wholeFrom(7, 30) }),
  fields({ do: oneOf('cancel-deletion'), enable: flag }),
  fields({ do: oneOf('delete-material'), materials: anyOf(oneOf('only'), listOf(sha256, 27)) }),
  fields({
    do: oneOf('revoke-receiver'),
    accountId: accountId,
    grants: listOf(text(128), 300),
    mends: oneOf(true, false),
  }),
  fields(
    { do: oneOf('relabel-key'), set: listOf(tag, 64), removed: listOf(text(2048), 64) },
    { description: text(16 * 1024) },
  ),
  fields({ do: oneOf('give-alias', 'move-alias', 'remove-alias'), alias: text(2048) }),
  fields({ do: oneOf('replicate-key'), to: text(2048) }),
  fields({ do: oneOf('rotate-now', 'remove-waiting'), materialId: text(32 * 1024) }),
);

export const lookAfterShapes = {
  listKeys: fields({ session: uuid, regions: anyOf(oneOf('all'), listOf(text(64), 64)) }, { goesOn: uuid }),
  stopKeyList: fields({}),
  saveKeyList: fields({ list: uuid }),
  openKey: fields({ session: uuid, arn: text(2048) }),
  matchCopy: fields({ key: uuid, files }),
  matchCopies: fields({ keys: someOf(uuid, 200), files }),
  proveCopy: fields({ copy: uuid, passphrase: text(1024), keys: someOf(uuid, 200) }),
  planRotation: fields({ key: uuid, session: uuid }),
  planAct: fields({ key: uuid, session: uuid, act }),
  allowReceiver: fields({ key: uuid, session: uuid }),
  carryOut: fields({ plan: uuid, session: uuid, act }, { typed: text(2048) }),
  saveReminders: fields({
    of: anyOf(fields({ key: uuid }), fields({ list: uuid }, { only: listOf(text(2048), 200) })),
    format: oneOf('ics', 'cloudformation'),
  }),
} as const;

const arn = 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

export const lookAfterMessages = {
  listKeys: { session: randomUUID(), regions: 'all' },
  stopKeyList: {},
  saveKeyList: { list: randomUUID() },
  openKey: { session: randomUUID(), arn },
  allowReceiver: { key: randomUUID(), session: randomUUID() },
  planRotation: { key: randomUUID(), session: randomUUID() },
  planAct: { key: randomUUID(), session: randomUUID(), act: { do: 'disable-key' } },
  carryOut: { plan: randomUUID(), session: randomUUID(), act: { do: 'enable-key' } },
  matchCopy: { key: randomUUID(), files: ['/planted-folder/copy.age'] },
  matchCopies: { keys: [randomUUID()], files: ['/planted-folder'] },
  proveCopy: { copy: randomUUID(), passphrase: 'lockstep', keys: [randomUUID()] },
  saveReminders: { of: { list: randomUUID() }, format: 'ics' },
} as const;

import { randomUUID } from 'node:crypto';
import { anyOf, fields, files, listOf, oneOf, text, uuid } from './checks';

/** The verbs of looking after imported keys: what the contract allows, and one message each that is in order. */

const act = anyOf(
  fields({ do: oneOf('disable-key', 'enable-key') }),
  fields({ do: oneOf('rotate-now', 'remove-waiting'), materialId: text(32 * 1024) }),
);

export const lookAfterShapes = {
  listKeys: fields({ session: uuid, regions: anyOf(oneOf('all'), listOf(text(64), 64)) }, { goesOn: uuid }),
  stopKeyList: fields({}),
  saveKeyList: fields({ list: uuid }),
  openKey: fields({ session: uuid, arn: text(2048) }),
  matchCopy: fields({ key: uuid, files }),
  planRotation: fields({ key: uuid, session: uuid }),
  planAct: fields({ key: uuid, session: uuid, act }),
  carryOut: fields({ plan: uuid, session: uuid, act }, { typed: text(2048) }),
  saveReminders: fields({
    of: anyOf(fields({ key: uuid }), fields({ list: uuid })),
    format: oneOf('ics', 'cloudformation'),
  }),
} as const;

const arn = 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

export const lookAfterMessages = {
  listKeys: { session: randomUUID(), regions: 'all' },
  stopKeyList: {},
  saveKeyList: { list: randomUUID() },
  openKey: { session: randomUUID(), arn },
  planRotation: { key: randomUUID(), session: randomUUID() },
  planAct: { key: randomUUID(), session: randomUUID(), act: { do: 'disable-key' } },
  carryOut: { plan: randomUUID(), session: randomUUID(), act: { do: 'enable-key' } },
  matchCopy: { key: randomUUID(), files: ['/planted-folder/copy.age'] },
  saveReminders: { of: { list: randomUUID() }, format: 'ics' },
} as const;

import { randomUUID } from 'node:crypto';
import { grantOperations } from '../../../main/shared/kms-words';
import { cardWants } from '../../../main/shared/views/receiver-wants';
import {
  algorithm,
  anyOf,
  fields,
  flag,
  listOf,
  material,
  oneOf,
  files,
  record,
  sha256,
  shortText,
  text,
  uuid,
  type Check,
  someOf,
} from './checks';

/**
 * The verbs of the create-and-import and finish-import jobs: what the contract allows, and one message each that is
 * in order.
 */

const line = text(2048);
const region = text(64);
const name: Check = (value) => typeof value === 'string' && /^[a-z][a-z0-9-]{0,39}$/.test(value);
const expiry = anyOf(fields({ kind: oneOf('never') }), fields({ kind: oneOf('on'), validTo: text(64) }));

const personText = text(640);
const person = fields({ name: personText }, { role: personText });

const signIn = anyOf(
  fields({ by: oneOf('practice'), region }),
  fields({ by: oneOf('profile'), profile: line, region }, { mfaCode: text(32), runs: sha256 }),
  fields({ by: oneOf('pasted'), text: text(32 * 1024), region }),
  fields({ by: oneOf('browser'), startUrl: line, ssoRegion: region }),
  fields({ by: oneOf('browser-wait'), attempt: uuid }),
  fields({ by: oneOf('role'), attempt: uuid, accountId: line, roleName: line, region }),
);

const kinds = ['account', 'role', 'user', 'role-or-user', 'own-role', 'text'];
const several: Check = (value) => Number.isInteger(value) && Number(value) >= 2 && Number(value) <= 20;
const answers = record(name, listOf(line, 20));
const terms = fields(
  {
    blanks: listOf(
      fields(
        { name, label: shortText(400), hint: shortText(400), kind: oneOf(...kinds) },
        { most: several, value: line },
      ),
      10,
    ),
  },
  {
    statement: text(32 * 1024),
    grant: fields({ grantee: name, operations: someOf(oneOf(...grantOperations), 20) }, { retiring: name }),
    trust: fields({ role: name, principal: name, externalId: name, permissions: flag }),
  },
);
const byStatement = fields({ from: oneOf('statement'), text: text(32 * 1024) });
const byCard = fields({ from: oneOf('card'), terms, answers });

const receiver = fields(
  { preset: name, name: line, accountId: line, needsGrants: flag },
  {
    note: fields({ contact: line, wanted: listOf(oneOf(...cardWants), 64) }),
    asks: anyOf(
      fields({ from: oneOf('preset'), answers }),
      byStatement,
      byCard,
      fields({ from: oneOf('later') }, { terms }),
    ),
  },
);

export const ceremonyShapes = {
  describeSignIn: fields({}),
  describePracticeSignIn: fields({}),
  changeConnection: fields({
    proxy: anyOf(
      fields({ kind: oneOf('system') }),
      fields({ kind: oneOf('none') }),
      fields({ kind: oneOf('manual'), url: line }),
    ),
    fips: flag,
    dualStack: flag,
    foreignEndpointsAllowed: flag,
    ca: anyOf(oneOf('keep', 'none'), fields({ trust: uuid })),
  }),
  chooseAuthorities: fields({}),
  signIn,
  practiseSignIn: signIn,
  answerPracticePortal: fields({ userCode: line, allows: flag }),
  checkAccess: fields({ session: uuid }, { job: oneOf('create', 'look-after') }),
  searchPrincipals: fields({ session: uuid, query: text(512) }),
  planKey: fields({
    draft: fields(
      {
        session: uuid,
        receiver,
        alias: line,
        description: text(16 * 1024),
        tags: listOf(fields({ key: line, value: line }), 64),
        administrators: listOf(line, 200),
        users: listOf(line, 200),
        multiRegion: flag,
        expiry,
        wrappingKeySpec: oneOf('RSA_2048', 'RSA_3072', 'RSA_4096'),
        wrappingAlgorithm: algorithm,
      },
      { material },
    ),
  }),
  createAndImport: fields({ plan: uuid }),
  continueRun: fields(
    { run: uuid, session: uuid },
    { changes: fields({}, { alias: text(512), material, keyId: text(256) }) },
  ),
  cancelRun: fields({}),
  readReturnPackage: fields({ files }),
  planReturned: fields({ returned: uuid, session: uuid }, { keyId: line }),
  finishImport: fields(
    {
      returned: uuid,
      session: uuid,
      expiry,
      transfer: anyOf(
        fields({ by: oneOf('code'), code: text(256) }),
        fields({ by: oneOf('not-compared'), confirmation: text(64) }),
      ),
    },
    { keyId: line },
  ),
  importAgain: fields({ key: uuid, session: uuid, held: uuid, expiry }),
  rotateKey: fields({ key: uuid, session: uuid, held: uuid, expiry }),
  saveFreshParameters: fields({ key: uuid, session: uuid, rotates: flag }),
  planReceiver: fields({ work: uuid, session: uuid, receiver }),
  addReceiver: fields({ plan: uuid, session: uuid }),
  savePdf: anyOf(
    fields({ of: uuid, document: oneOf('hand-over') }, { contact: text(200) }),
    fields({ of: uuid, document: oneOf('successor-card') }),
  ),
  saveRecord: fields({
    of: uuid,
    people: fields({ operator: person, witness: anyOf(oneOf('none'), person) }),
  }),
  saveRecords: fields({
    of: someOf(uuid, 200),
    people: fields({ operator: person, witness: anyOf(oneOf('none'), person) }),
  }),
  checkRecord: fields({ files }),
  readReceiverCard: fields({ files }),
  readStatement: fields({ asks: anyOf(byStatement, byCard) }, { region, accountId: line }),
  readTrust: fields({ receiver, region }),
  listUnfinished: fields({}),
  resumeRun: fields({ run: uuid, session: uuid, confirmed: sha256 }),
  resumeOffline: fields({ run: uuid }),
  discardRun: fields({ run: uuid }, { session: uuid }),
  discardNote: fields({ note: shortText(255), of: oneOf('run', 'offline', 'finished') }),
  saveSummary: fields({
    run: uuid,
    format: oneOf('text', 'json', 'trust-policy', 'permissions-policy'),
    text: text(32 * 1024),
  }),
} as const;

export const ceremonyMessages = {
  describeSignIn: {},
  changeConnection: {
    proxy: { kind: 'system' },
    fips: false,
    dualStack: false,
    foreignEndpointsAllowed: false,
    ca: 'keep',
  },
  chooseAuthorities: {},
  signIn: { by: 'practice', region: 'eu-central-1' },
  describePracticeSignIn: {},
  practiseSignIn: { by: 'profile', profile: 'practice-mfa', region: 'eu-central-1' },
  answerPracticePortal: { userCode: 'ABCD-EFGH', allows: true },
  checkAccess: { session: randomUUID() },
  searchPrincipals: { session: randomUUID(), query: 'x' },
  planKey: {
    draft: {
      session: randomUUID(),
      receiver: {
        preset: 'other',
        name: 'x',
        accountId: '1',
        needsGrants: false,
        note: { contact: 'keys@example.com', wanted: ['key-arn'] },
      },
      alias: 'x',
      description: 'x',
      tags: [{ key: 'x', value: 'x' }],
      administrators: [],
      users: [],
      multiRegion: false,
      expiry: { kind: 'never' },
      wrappingKeySpec: 'RSA_4096',
      wrappingAlgorithm: 'RSAES_OAEP_SHA_256',
      material: { from: 'generate', lengthBytes: 32, confirmation: 'no copy' },
    },
  },
  createAndImport: { plan: randomUUID() },
  continueRun: { run: randomUUID(), session: randomUUID() },
  cancelRun: {},
  readReturnPackage: { files: ['/planted-folder/KeyferryReturnPackage.json'] },
  planReturned: { returned: randomUUID(), session: randomUUID() },
  finishImport: {
    returned: randomUUID(),
    session: randomUUID(),
    expiry: { kind: 'never' },
    transfer: { by: 'code', code: '7F3A 91C2 0KMX 4TQZ' },
  },
  importAgain: {
    key: randomUUID(),
    session: randomUUID(),
    held: randomUUID(),
    expiry: { kind: 'never' },
  },
  rotateKey: {
    key: randomUUID(),
    session: randomUUID(),
    held: randomUUID(),
    expiry: { kind: 'never' },
  },
  saveFreshParameters: { key: randomUUID(), session: randomUUID(), rotates: true },
  planReceiver: {
    work: randomUUID(),
    session: randomUUID(),
    receiver: {
      preset: 'snowflake',
      name: 'x',
      accountId: '',
      needsGrants: false,
      asks: { from: 'preset', answers: { principal: ['x'] } },
    },
  },
  addReceiver: { plan: randomUUID(), session: randomUUID() },
  savePdf: { of: randomUUID(), document: 'hand-over', contact: 'Key desk' },
  saveRecord: {
    of: randomUUID(),
    people: { operator: { name: 'Ada Example', role: 'Key administrator' }, witness: 'none' },
  },
  saveRecords: { of: [randomUUID()], people: { operator: { name: 'Ada Example' }, witness: 'none' } },
  checkRecord: { files: ['/planted-folder/record.json'] },
  readReceiverCard: { files: ['/planted-folder/receiver-card.json'] },
  readStatement: {
    asks: {
      from: 'card',
      terms: { blanks: [{ name: 'x', label: 'x', hint: 'x', kind: 'text', value: 'x' }], statement: '{}' },
      answers: { x: ['x'] },
    },
    region: 'eu-central-1',
    accountId: '999988887777',
  },
  readTrust: {
    receiver: {
      preset: 'openai',
      name: 'x',
      accountId: '',
      needsGrants: false,
      asks: { from: 'preset', answers: { role: ['x'] } },
    },
    region: 'eu-central-1',
  },
  listUnfinished: {},
  resumeRun: { run: randomUUID(), session: randomUUID(), confirmed: '0'.repeat(64) },
  resumeOffline: { run: randomUUID() },
  discardRun: { run: randomUUID() },
  discardNote: { note: 'a note that is not there', of: 'run' },
  saveSummary: { run: randomUUID(), format: 'json', text: 'x' },
} as const;

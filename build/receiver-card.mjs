// npm run receiver-card — makes a receiver card (docs/receiver-card.md).
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadModule } from './load-module.mjs';
import { giveUp, say } from './run.mjs';
import { setUpTools } from './set-up.mjs';

const usage = `usage: npm run receiver-card -- --name TEXT --account DIGITS --region REGION --contact TEXT --out FILE
       npm run receiver-card -- --name TEXT --statement FILE --region REGION --contact TEXT --out FILE
  --name TEXT         the name of the service, as its customers know it
  --account DIGITS    the AWS account that will use the key: 12 digits
  --statement FILE    in place of an account: a JSON file with a statement of a key policy, several, or a whole policy
  --blanks FILE       a JSON file with what only your customer can say; the statement names them: { "blank": "tenant" }
  --grant FILE        in place of an account, with --after-arn: a JSON file with grantee, retiring and operations
  --trust FILE        with a statement: a JSON file about the role in your customer's account that you assume
  --after-arn         you say whom to let in once you know the ARN of the key
  --region REGION     a Region that the key may be in; repeat for more, all of one partition
  --grants            AWS services encrypt with the key in that account (databases, disks, buckets)
  --contact TEXT      whom to ask: a mail address, a telephone number or a web address
  --wants WORD        a fact about the key that you want to get; repeat for more
                      (key-arn, account-id and region if left out;
                      also alias, key-state, expiry, multi-region, key-material-id,
                      and with version 2 of the card key-id, alias-arn, role-arn, external-id)
  --imported ANSWER   yes or no: whether you take a key whose material was imported
  --multi-region WORD whether the key is to be a Multi-Region key: required, advised, possible or no
  --where TEXT        where the wanted facts are typed: a path of menus, or a form
  --before TEXT       a step that your customer takes before the key is made; repeat for more
  --step TEXT         a step that your customer takes once the key is made; repeat for more
  --aftercare TEXT    a waiting time, a check, or what must be kept; repeat for more
                      (a card with a statement, or with anything else that version 1 does not have, has version 2)
  --valid-days DAYS   how long the card is valid; if left out, it does not expire
  --sign KEY.pem      signs with this Ed25519 private key (PKCS#8 PEM)
  --new-key KEY.pem   makes such a key, saves it there and signs with it; keep it secret
  --out FILE          where to save the card; an existing file is never replaced`;

const version2Wants = ['key-id', 'alias-arn', 'role-arn', 'external-id'];

/** @typedef {{ ok: true, value: { text: string, thumbprint?: Uint8Array } }} Card */
/** @typedef {{ ok: false, error: { code: string, facts?: Record<string, string | number> } }} Refusal */
/** @typedef {Card | Refusal} Made */
/** @typedef {{ makeCard(fields: object, signingKey?: string): Promise<Made> }} CardMaker */
/** @typedef {{ digestView(digest: Uint8Array): { hex: string, words: readonly string[] } }} Fingerprints */

const asked = readArguments();
const { out, sign, 'new-key': newKey } = asked;
for (const file of [out, newKey]) {
  if (file !== undefined && existsSync(file)) giveUp(`${file} exists already, and is not replaced.`);
}
await setUpTools();
const { makeCard } = /** @type {CardMaker} */ (await loadModule('main/receivers/make-card.ts'));
const signingKey = newKey === undefined ? sign && readKey(sign) : makeKey();
const made = await makeCard(fieldsOf(asked), signingKey);
if (!made.ok) {
  const { code, facts = {} } = made.error;
  const details = Object.entries(facts).map(([name, value]) => `${name}: ${value}`);
  giveUp(`No card was made. ${[code, ...details].join(', ')}\n\n${usage}`);
}
// The key is saved first, because a signed card without its key would be useless.
if (newKey !== undefined && signingKey !== undefined) save(newKey, signingKey, 0o600);
save(out, made.value.text, 0o644);
say(`Saved ${out}`);
if (made.value.thumbprint) {
  const { digestView } = /** @type {Fingerprints} */ (await loadModule('main/parameters/fingerprint.ts'));
  const { hex, words } = digestView(made.value.thumbprint);
  say('Publish this fingerprint where your customers can find it:');
  process.stdout.write(`${hex}\n${words.map((word, at) => `${at + 1} ${word}`).join('  ')}\n`);
}

function readArguments() {
  try {
    const text = /** @type {const} */ ({ type: 'string' });
    const texts = /** @type {const} */ ({ type: 'string', multiple: true });
    const { values } = parseArgs({
      options: {
        name: text,
        account: text,
        statement: text,
        blanks: text,
        grant: text,
        trust: text,
        'after-arn': { type: 'boolean' },
        imported: text,
        'multi-region': text,
        where: text,
        before: texts,
        step: texts,
        aftercare: texts,
        region: texts,
        grants: { type: 'boolean' },
        contact: text,
        wants: texts,
        'valid-days': text,
        sign: text,
        'new-key': text,
        out: text,
      },
    });
    const { name, account, statement, region, contact, out } = values;
    const days = values['valid-days'];
    if (name === undefined || region === undefined || contact === undefined) return giveUp(usage);
    const ways = [account, statement, values.grant].filter((way) => way !== undefined);
    if (ways.length > 1 || (ways.length === 0 && values['after-arn'] !== true)) return giveUp(usage);
    if (out === undefined) return giveUp(usage);
    if (values.sign !== undefined && values['new-key'] !== undefined) return giveUp(usage);
    if (days !== undefined && !/^[1-9]\d{0,4}$/.test(days)) return giveUp(usage);
    return { ...values, name, region, contact, out };
  } catch (error) {
    return giveUp(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
}

/** @param {ReturnType<typeof readArguments>} values */
function fieldsOf(values) {
  const { name, account, statement, region, grants, contact, wants, 'valid-days': days } = values;
  const {
    blanks,
    grant,
    trust,
    imported,
    'multi-region': multiRegion,
    where,
    before,
    step,
    aftercare,
  } = values;
  const instant = (/** @type {number} */ time) => new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
  const now = Date.now();
  const composed = (/** @type {readonly string[] | undefined} */ texts) =>
    texts?.map((text) => text.normalize('NFC'));
  const more = {
    statement: statement && readJson(statement),
    blanks: blanks && readJson(blanks),
    grant: grant && readJson(grant),
    trust: trust && readJson(trust),
    known: values['after-arn'] === true ? 'after-arn' : undefined,
    imported,
    multiRegion,
    where: where?.normalize('NFC'),
    stepsBefore: composed(before),
    steps: composed(step),
    aftercare: composed(aftercare),
  };
  const isVersion2 =
    Object.values(more).some((value) => value !== undefined) ||
    wants?.some((word) => version2Wants.includes(word)) === true;
  return {
    version: isVersion2 ? 2 : 1,
    name: name.normalize('NFC'),
    ...(account === undefined
      ? {}
      : { accountId: account, needs: ['cryptographic-use', ...(grants === true ? ['grants'] : [])] }),
    regions: region,
    ...Object.fromEntries(Object.entries(more).filter(([, value]) => value !== undefined)),
    contact: contact.normalize('NFC'),
    wants: wants ?? ['key-arn', 'account-id', 'region'],
    issuedAt: instant(now),
    ...(days === undefined ? {} : { validUntil: instant(now + Number(days) * 24 * 3600 * 1000) }),
  };
}

function makeKey() {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/**
 * @param {string} file
 * @returns {unknown}
 */
function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return giveUp(
      `${file} cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** @param {string} file */
function readKey(file) {
  try {
    const pem = readFileSync(file, 'utf8');
    if (createPrivateKey(pem).asymmetricKeyType === 'ed25519') return pem;
  } catch {
    // Reported below.
  }
  return giveUp(`${file} cannot be read as an Ed25519 private key (PKCS#8 PEM).`);
}

/**
 * @param {string} file
 * @param {string} text
 * @param {number} mode
 */
function save(file, text, mode) {
  try {
    writeFileSync(file, text, { flag: 'wx', mode });
  } catch (error) {
    giveUp(`${file} could not be saved: ${error instanceof Error ? error.message : String(error)}`);
  }
}

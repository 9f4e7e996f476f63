// The mutations of `npm run mutate`. Each breaks one rule, a row of main/SECURITY.md, and names the test that notices.

/**
 * @typedef {object} Mutation
 * @property {string} rule as in the table of main/SECURITY.md
 * @property {string} file path in the repository
 * @property {string} find code that occurs exactly once in the file
 * @property {string} replace the code in its place, which must still run
 * @property {{ file: string, title: string }} test the test that must fail, with the title as in its source
 */

const zipRule = 'An archive that two readers could understand in two ways is refused';
const zipTest = {
  file: 'test/unit/parameters/read-zip.test.ts',
  title: 'what two readers could take in two ways, by its own rule: $id: $title',
};

/** @type {readonly Mutation[]} */
export const mutations = [
  {
    rule: 'The page runs its own scripts and styles and no others',
    file: 'main/app-protocol.ts',
    find: `  "script-src 'self'",`,
    replace: `  "script-src 'self' 'unsafe-inline' 'unsafe-eval' *",`,
    test: { file: 'test/security/attack.test.ts', title: 'gets nowhere: %s' },
  },
  {
    rule: 'Nor a huge one',
    file: 'main/ipc/answer.ts',
    find: 'return JSON.stringify(request, count).length + bytes <= limits.maxIpcRequestBytes;',
    replace: 'return JSON.stringify(request, count).length + bytes >= 0;',
    test: {
      file: 'test/security/ipc.test.ts',
      title: 'is refused when it is too large, even where its shape is right',
    },
  },
  {
    rule: 'Main listens to the one page in the one window',
    file: 'main/ipc/sender.ts',
    find: '    frame === window.webContents.mainFrame &&\n',
    replace: '',
    test: { file: 'test/security/ipc.test.ts', title: 'is refused as another window: %s' },
  },
  {
    rule: zipRule,
    file: 'main/parameters/archive/read-zip.ts',
    find: 'findDuplicate(members.value.map((member) => member.name))',
    replace: 'findDuplicate([])',
    test: zipTest,
  },
  {
    rule: zipRule,
    file: 'main/parameters/archive/read-zip.ts',
    find: `  if (crc32(content) !== crc) return 'zip.crcMismatch';\n`,
    replace: '',
    test: zipTest,
  },
  {
    rule: 'A wrapping key has one exact form, in Node and in Electron',
    file: 'main/parameters/wrapping-key.ts',
    find: 'suffix.equals(der.subarray(modulusEnd))',
    replace: 'der.length > 0',
    test: { file: 'test/crypto/bad-wrapping-keys.test.ts', title: 'refuses $id: $title' },
  },
  {
    rule: 'Refused key material is not repeated',
    file: 'main/vault/material/read-material.ts',
    find: `if (!decoded) return refuse('material.unrecognised', { form: 'text' });`,
    replace: `if (!decoded) return refuse('material.unrecognised', { form: Buffer.from(text).toString() });`,
    test: {
      file: 'test/unit/vault/refused-material.test.ts',
      title: 'is not repeated in what leaves the vault: %s (audit: refused material leaves no trace)',
    },
  },
  {
    rule: 'The vault imports no Electron',
    file: 'main/vault/material/obtain-material.ts',
    find: `import { createHmac } from 'node:crypto';\n`,
    replace: `import { createHmac } from 'node:crypto';\nimport '../../platform/system-proxy';\n`,
    test: {
      file: 'test/unit/architecture.test.ts',
      title:
        'keeps Electron and the network out of all that the vault ever loads (audit: the vault imports no Electron)',
    },
  },
  {
    rule: 'Vaults end when a job is left, by main and not only by the page',
    file: 'main/jobs/jobs.ts',
    find: 'await custody.forget();',
    replace: 'await Promise.resolve();',
    test: {
      file: 'test/unit/jobs/leave-job.test.ts',
      title:
        'ends every vault that holds material, without a word from the page (audit: vaults end with the job)',
    },
  },
  {
    rule: 'A vault that is started ahead of its use has held nothing, is there only while a job needs it, and ends with the job',
    file: 'main/jobs/jobs.ts',
    find: 'void vault.dropSpare();',
    replace: 'void vault;',
    test: {
      file: 'test/unit/jobs/leave-job.test.ts',
      title: 'ends the vault that was started ahead of its use, and a job that is opened later has its own',
    },
  },
  {
    rule: 'A PDF names neither computer nor person, no path, no credential',
    file: 'main/print/document-title.ts',
    find: 'return { name: names[document.kind],',
    replace: `return { name: \`\${names[document.kind]} \${process.env['HOME']}\`,`,
    test: {
      file: 'test/unit/print/running-lines.test.ts',
      title: 'and the title name no person, no computer and no path (audit: a PDF names nobody)',
    },
  },
  {
    rule: 'Every page of a practice document says PRACTICE, which main prints and no page can leave out',
    file: 'main/print/running-lines.ts',
    find: `return { header: isPractice ? practice : '<span></span>', footer };`,
    replace: `return { header: '<span></span>', footer };`,
    test: {
      file: 'test/unit/print/running-lines.test.ts',
      title: 'say PRACTICE for practice, and only then',
    },
  },
  {
    rule: 'No name becomes markup in the margins',
    file: 'main/print/running-lines.ts',
    find: `return text.replace(/[&<>"']/g,`,
    replace: 'return text.replace(/[&"]/g,',
    test: {
      file: 'test/unit/print/running-lines.test.ts',
      title: 'take a name as text, whatever is in it',
    },
  },
  {
    rule: 'Nothing is wrapped without a copy that was opened, or the typed confirmation that there is none',
    file: 'main/custody/material-choice.ts',
    find: 'if (choice.confirmation.trim().toLowerCase() !== noCopyConfirmation) {',
    replace: `if (choice.confirmation === '') {`,
    test: {
      file: 'test/unit/jobs/create-and-import.test.ts',
      title: 'refuses %s',
    },
  },
  {
    rule: 'A copy counts when it was read back, opened and found the same',
    file: 'main/vault/copies/make-copy.ts',
    find: 'again.ok && isSameSecret(again.value, secret)',
    replace: 'again.ok',
    test: {
      file: 'test/unit/vault/make-copy.test.ts',
      title: 'that is a whole copy of other material is removed as well, and nothing is held',
    },
  },
  {
    rule: 'A new key of restored key material takes a typed confirmation, which is recorded',
    file: 'main/custody/material-choice.ts',
    find: `if (sourceOf(chosen) !== 'restored') return ok('first');`,
    replace: `if (sourceOf(chosen) !== 'never') return ok('first');`,
    test: {
      file: 'test/unit/custody/custody.test.ts',
      title: 'makes no new key of material that was restored, unless somebody types that they want one',
    },
  },
  {
    rule: 'A note is whole after any kill or full disk',
    file: 'main/platform/notes/state-files.ts',
    find: '        await rm(fresh, { force: true }).catch(() => undefined);\n',
    replace: '',
    test: {
      file: 'test/unit/platform/state-files.test.ts',
      title: 'at any size keeps what was written last before, whole, and no part of the rest',
    },
  },
  {
    rule: 'Files are saved whole and replace nothing; only their owner can read them where the file system has permissions',
    file: 'main/platform/files/save-files.ts',
    find: `await open(path, 'wx', 0o600)`,
    replace: `await open(path, 'wx', 0o644)`,
    test: {
      file: 'test/unit/platform/save-files.test.ts',
      title: 'saves whole files that only their owner can read, and leaves nothing else',
    },
  },
  {
    rule: 'A call that changes AWS is sent once, and a lost answer is looked up; only a lost import is settled by the same bytes',
    file: 'main/aws/send.ts',
    find: '    answer = await sendInTime(call);',
    replace: '    answer = await sendInTime(call).catch(() => sendInTime(call));',
    test: { file: 'test/unit/aws/kms-change.test.ts', title: '%s is sent once, whatever fails' },
  },
  {
    rule: 'The key policy gives the receiver what the console would give, and grants only where needed',
    file: 'main/aws/policy/key-policy.ts',
    find: 'account?.needsGrants === true ? mayUse : input.users',
    replace: 'mayUse',
    test: {
      file: 'test/unit/aws/key-policy.test.ts',
      title: 'lets the receiver make grants only where the receiver needs them',
    },
  },
  {
    rule: 'A sentence says of a key policy what the policy does, and what no sentence can say is shown as JSON',
    file: 'main/aws/policy/read-policy.ts',
    find: "effect: effect === 'Deny' ? effect : undefined,",
    replace: '',
    test: {
      file: 'test/unit/aws/policy-agreement.test.ts',
      title: 'is what the practice AWS and a library that is not ours make of it',
    },
  },
  {
    rule: 'A sentence says of a key policy what the policy does, and what no sentence can say is shown as JSON',
    file: 'renderer/words/policy/conditions.ts',
    find: "isNegated || ifExists !== undefined ? ', or if it is not given' : ''",
    replace: "''",
    test: {
      file: 'test/unit/aws/policy-agreement.test.ts',
      title: 'is what the practice AWS and a library that is not ours make of it',
    },
  },
  {
    rule: 'A sentence says of a key policy what the policy does, and what no sentence can say is shown as JSON',
    file: 'main/aws/policy/read-conditions.ts',
    find: " && !text.includes('${')",
    replace: '',
    test: {
      file: 'test/unit/aws/read-policy.test.ts',
      title: 'gives the JSON of a statement with %s',
    },
  },
  {
    rule: 'Practice lets a call through where the key policy does, and refuses what it cannot judge, saying so',
    file: 'main/practice/kms/policy/decide.ts',
    find: "if (denials.includes(true)) return { answer: 'denied' };",
    replace: '',
    test: {
      file: 'test/unit/practice/policy-decisions.test.ts',
      title: 'judges a condition by the request: %s',
    },
  },
  {
    rule: 'Practice lets a call through where the key policy does, and refuses what it cannot judge, saying so',
    file: 'main/practice/kms/policy/conditions.ts',
    find: "if (values === 'unknown') return unclear(key);",
    replace: "if (values === 'unknown') return true;",
    test: {
      file: 'test/unit/practice/policy-decisions.test.ts',
      title: 'says that practice cannot judge %s, and refuses',
    },
  },
  {
    rule: 'A role of the own account trusts only who was typed, and only with the external ID that was typed',
    file: 'main/aws/policy/trust-policy.ts',
    find: "    Condition: { StringEquals: { 'sts:ExternalId': externalId } },\n",
    replace: '',
    test: { file: 'test/unit/aws/role-policies.test.ts', title: 'is trusted as the guide prints it' },
  },
  {
    rule: 'What is typed for a receiver holds no wildcard and no policy variable, and is not the own account',
    file: 'main/receivers/blanks.ts',
    find: "if (/[*?]|\\$\\{/.test(text)) return refuse(blank, 'wildcard');",
    replace: '',
    test: {
      file: 'test/unit/run/receiver-access.test.ts',
      title: 'is refused with %s',
    },
  },
  {
    rule: 'A pasted statement cannot widen the key policy beyond what a receiver may have, and is read anew for each plan',
    file: 'main/receivers/statements/actions.ts',
    find: "  if (reached(start, refused).length > 0) throw new Refused('wildcard', written);\n",
    replace: '',
    test: {
      file: 'test/unit/run/receiver-access.test.ts',
      title: 'is given nothing beyond what a receiver may have: %s',
    },
  },
  {
    rule: 'A pasted statement cannot widen the key policy beyond what a receiver may have, and is read anew for each plan',
    file: 'main/receivers/statements/read-statement.ts',
    find: "    if (!bound(conditions, own)) throw new Refused('unbounded', '*');\n",
    replace: '',
    test: {
      file: 'test/unit/run/receiver-access.test.ts',
      title: 'is given nothing beyond what a receiver may have: %s',
    },
  },
  {
    rule: 'A receiver is added to the policy that was shown, and to no other',
    file: 'main/run/steps/replace-policy.ts',
    find: 'isThere || read.value === before',
    replace: 'isThere || before !== after',
    test: {
      file: 'test/unit/run/add-receiver.test.ts',
      title: 'never writes over a policy that changed after it was shown, and shows it anew',
    },
  },
  {
    rule: 'Statements of others stay in a key policy as AWS returned them',
    file: 'main/aws/policy/add-statements.ts',
    find: 'if (text === undefined || !isOnlyLonger(before.document, text, written)) return unreadable();',
    replace: 'if (text === undefined) return unreadable();',
    test: {
      file: 'test/unit/aws/add-statements.test.ts',
      title: 'are not touched where a policy has two lists of them',
    },
  },
  {
    rule: 'Taking a receiver out leaves every other word of a key policy as it was',
    file: 'main/aws/policy/revoke-account.ts',
    find: "return effect === 'Allow' && isOfAccount(name, accountId)",
    replace: 'return isOfAccount(name, accountId)',
    test: {
      file: 'test/unit/aws/revoke-account.test.ts',
      title: 'leaves everything that does not let it in',
    },
  },
  {
    rule: 'Grants of others are never revoked with those of a receiver, whatever a note says',
    file: 'main/run/acts/revoke/revoke-grants.ts',
    find: 'if (grants.includes(grant.grantId)) return mayBeFor(grant, accountId);',
    replace: 'if (grants.includes(grant.grantId)) return true;',
    test: {
      file: 'test/unit/run/acts/revoke-receiver.test.ts',
      title: 'revokes no grant of anybody else, whatever a note says',
    },
  },
  {
    rule: 'No policy is sent that would lock the caller out',
    file: 'main/run/addition.ts',
    find: 'if (added.length > 0 && locksOut(text, view))',
    replace: 'if (added.length > 99 && locksOut(text, view))',
    test: {
      file: 'test/unit/run/add-receiver.test.ts',
      title: 'refuses a policy that would lock the caller out, before anything is sent',
    },
  },
  {
    rule: 'The note of a receiver to be added decides nothing of what is sent, and offers what was typed only where it is proven',
    file: 'main/jobs/unfinished-view.ts',
    find: 'openAdditionView(run, !unconfirmed.has(id))',
    replace: 'openAdditionView(run, true)',
    test: {
      file: 'test/unit/jobs/addition-notes.test.ts',
      title: 'offers nothing that was typed where nothing proves that it is ours',
    },
  },
  {
    rule: "Nothing goes to an address that is not AWS's before a person agrees",
    file: 'main/aws/transport/connection.ts',
    find: 'if (!foreign || settings.foreignEndpointsAllowed) return undefined;',
    replace: 'if (!foreign || !settings.fips) return undefined;',
    test: {
      file: 'test/unit/aws/connection.test.ts',
      title: "waits for consent before it leads to somebody else's server",
    },
  },
  {
    rule: 'A record that was changed in one byte is refused',
    file: 'main/records/check-record.ts',
    find: `    if (!isWhole) return refused('record.broken', { event });\n`,
    replace: '',
    test: {
      file: 'test/unit/records/check-record.test.ts',
      title: 'is refused when any one byte is another',
    },
  },
  {
    rule: 'Names in a record hide nothing and mix no look-alike letters',
    file: 'main/records/person-name.ts',
    find: `  if (hidden !== undefined) return refused(field, 'character', { character: codePoint(hidden) });\n`,
    replace: '',
    test: { file: 'test/unit/records/person-name.test.ts', title: '%j is refused as %s, with words' },
  },
  {
    rule: 'A share that was typed crosses to main as bytes, which main overwrites',
    file: 'main/custody/custody.ts',
    find: 'typed.fill(0);',
    replace: 'void typed;',
    test: {
      file: 'test/unit/custody/custody.test.ts',
      title: 'that is typed is overwritten in main, whether it is taken or not',
    },
  },
  {
    rule: 'One share too few says nothing about the material',
    file: 'main/vault/shares/shares.ts',
    find: 'split(plainView(bytes), count, threshold)',
    replace: 'split(plainView(bytes), count, 2)',
    test: {
      file: 'test/crypto/shares.test.ts',
      title: 'lie on polynomials of full degree: one too few meets something else than the material',
    },
  },
  {
    rule: 'Shares are proved by the check value before they are used',
    file: 'main/vault/shares/shares.ts',
    find: 'secret?.use(checkValueOf) === first.facts.checkValue',
    replace: 'secret !== undefined',
    test: {
      file: 'test/crypto/shares.test.ts',
      title: 'were tampered with and given a right checksum: they disagree, wherever the others would do',
    },
  },
  {
    rule: 'What is wrapped is wrapped with the hash that AWS was told',
    file: 'main/vault/wrap.ts',
    find: 'oaepHash: hashOf(algorithm)',
    replace: `oaepHash: 'sha1'`,
    test: {
      file: 'test/crypto/wrap.test.ts',
      title: 'uses the hash that its name says, so that the other one does not open it',
    },
  },
  {
    rule: 'A check value can be computed by whoever has the material, and by nobody else',
    file: 'main/vault/check-value.ts',
    find: `createHmac('sha256', material)`,
    replace: `createHmac('sha256', material.subarray(0, 16))`,
    test: {
      file: 'test/unit/vault/check-value.test.ts',
      title: 'is the start of an HMAC that anybody can compute who has the material',
    },
  },
  {
    rule: 'A secret is one buffer, overwritten after use, shown as `[secret]`',
    file: 'main/vault/secret.ts',
    find: 'this.#bytes?.fill(0);',
    replace: '',
    test: {
      file: 'test/unit/vault/secret.test.ts',
      title: 'is zeros after the wipe, lends nothing any more, and keeps its length',
    },
  },
  {
    rule: 'A card of version 2 asks for nothing that a pasted statement may not have, whatever is typed into its blanks',
    file: 'main/receivers/check-card.ts',
    find: 'return read.ok ? undefined : read;',
    replace: 'return read.ok ? undefined : undefined;',
    test: {
      file: 'test/unit/receivers/read-card.test.ts',
      title: 'cannot ask for %s, as no pasted statement can',
    },
  },
  {
    rule: 'A release file is believed only where the key that is built in signed it, as EdDSA, and says nothing twice',
    file: 'main/releases/read-release.ts',
    find: 'if (!Buffer.from(opened.value.thumbprint).equals(thumbprintOf({ x: pinned })))',
    replace: 'if (opened.value.thumbprint.length !== thumbprintOf({ x: pinned }).length)',
    test: {
      file: 'test/unit/releases/read-release.test.ts',
      title: 'is refused when somebody else signed it, with the own key in it',
    },
  },
  {
    rule: 'A packaged app takes the key that signs releases from nowhere but its own code',
    file: 'main/releases/release-key.ts',
    find: 'return isPackaged ? pinned :',
    replace: 'return isPackaged && environment[ofDevelopment] === undefined ? pinned :',
    test: {
      file: 'test/unit/releases/release-news.test.ts',
      title: 'comes from the environment only where the app runs from its sources',
    },
  },
  {
    rule: 'A card is signed with EdDSA or not at all; no header names a key to fetch',
    file: 'main/receivers/card-signature.ts',
    find: 'const headerShape = z.strictObject({',
    replace: 'const headerShape = z.object({',
    test: { file: 'test/crypto/receiver-card-signature.test.ts', title: 'is refused with %s in its header' },
  },
  {
    rule: 'A changed signed card is refused',
    file: 'main/receivers/card-signature.ts',
    find: `await flattenedVerify(jws, key.value, { algorithms: ['EdDSA'] });`,
    replace: `await flattenedVerify(jws, key.value).catch(() => ({ payload: Buffer.from(payload, 'base64url') }));`,
    test: {
      file: 'test/crypto/receiver-card-signature.test.ts',
      title: 'is refused when any byte of it is another',
    },
  },
  {
    rule: 'A card says nothing twice, nothing unknown, and no wildcard',
    file: 'main/receivers/strict-json.ts',
    find: `      if (seen.has(field)) throw new Refused({ fault: 'duplicate', field });\n`,
    replace: '',
    test: { file: 'test/unit/receivers/read-card.test.ts', title: 'is refused as %s' },
  },
  {
    rule: 'The log says what happened, never who, which or where',
    file: 'main/platform/log.ts',
    find: '...Object.fromEntries(fields.map((name) => [name, entry[name]])),',
    replace: '...entry,',
    test: { file: 'test/unit/platform/log.test.ts', title: 'drops whatever else came with an entry' },
  },
  {
    rule: 'A note that was changed is not gone on with',
    file: 'main/platform/notes/note-text.ts',
    find: `timingSafeEqual(macOf(name, body, kept), Buffer.from(mac, 'hex')) ? 'authentic' : 'changed'`,
    replace: `'authentic'`,
    test: {
      file: 'test/unit/jobs/forged-notes.test.ts',
      title: '%s is not gone on with, and stays where it is (audit 2)',
    },
  },
  {
    rule: 'Shares and wrapped files never share a folder, nor does a sealed copy with its printed passphrase',
    file: 'main/jobs/wrap-offline.ts',
    find: `keepApart(folder, 'wrapped files')`,
    replace: `keepApart(folder, 'sealed copy')`,
    test: {
      file: 'test/unit/custody/keep-apart.test.ts',
      title: 'never takes shares and then what was wrapped',
    },
  },
  {
    rule: 'A suggested passphrase is not lost: it stays until a copy is held, and two of its words are typed before it is used',
    file: 'renderer/custody/reduce.ts',
    find: 'return state.fields.suggested === undefined ? forgotten : { ...forgotten, fields: state.fields };',
    replace: 'return forgotten;',
    test: {
      file: 'test/unit/renderer/custody/reduce.test.ts',
      title: 'that was suggested stays when %s, with what was typed of it',
    },
  },
  {
    rule: 'A suggested passphrase is not lost: it stays until a copy is held, and two of its words are typed before it is used',
    file: 'renderer/custody/copy-plan.ts',
    find: 'return words === undefined ? {} : { words };',
    replace: 'return words === undefined ? {} : {};',
    test: {
      file: 'test/unit/renderer/custody/two-words.test.ts',
      title: 'are needed before a copy is made with it, and not with a passphrase of one’s own',
    },
  },
  {
    rule: 'A suggested passphrase is forgotten by the page and by main once the copy is saved',
    file: 'renderer/custody/reduce.ts',
    find: 'return { ...withoutPassphrases({ ...state, restore }), held, mustTypeAgain: false };',
    replace: 'return { ...withoutTyped({ ...state, restore }), held, mustTypeAgain: false };',
    test: {
      file: 'test/unit/renderer/custody/reduce.test.ts',
      title: 'leaves the state when %s',
    },
  },
  {
    rule: 'A passphrase is worth 60 bits, measured in main with the key’s own words known',
    file: 'main/custody/check-copy-plan.ts',
    find: 'return isStrong(strength)\n',
    replace: 'return isStrong(strength) || strength.bits >= 0\n',
    test: {
      file: 'test/unit/custody/custody.test.ts',
      title: 'is refused by main, and not only by the page, when it is %s (audit 12)',
    },
  },
  {
    rule: 'A copy of what the practice account came with says PRACTICE, whoever asks for it',
    file: 'main/vault/copies/make-copy.ts',
    find: `request.practice || source.from === 'practice'`,
    replace: 'request.practice',
    test: {
      file: 'test/unit/vault/make-copy.test.ts',
      title: 'of material that the practice AWS has says PRACTICE, whatever was asked for',
    },
  },
  {
    rule: 'What was wrapped in practice is imported only in practice, and nothing real is',
    file: 'main/jobs/finish-import.ts',
    find: 'if (returned.isPractice !== isForPractice) {',
    replace: 'if (returned.isPractice === isForPractice && returned.isPractice !== isForPractice) {',
    test: {
      file: 'test/unit/jobs/finish-import.test.ts',
      title: 'keeps apart what is %s from a session that is %s, before AWS is asked',
    },
  },
  {
    rule: 'Wrapped material from outside is imported only with the code of the offline screen, or a typed, recorded confirmation that there is none',
    file: 'main/jobs/finish-import.ts',
    find: `return proof.by === 'code' && isTransferCode(proof.code, transfer)`,
    replace: `return proof.by === 'code' || isTransferCode('', transfer)`,
    test: {
      file: 'test/unit/jobs/finish-import.test.ts',
      title:
        'of the offline computer refuses a package forged from the public files, before AWS is asked (audit 4)',
    },
  },
  {
    rule: 'A request counts as never sent only when it had no socket yet',
    file: 'main/aws/errors/never-sent.ts',
    find: 'thrown instanceof Error && neverSent.has(thrown)',
    replace: 'thrown instanceof Error || neverSent.has(thrown as never)',
    test: {
      file: 'test/unit/aws/flipped-bits.test.ts',
      title: 'in the answer to CreateKey leave it unknown, and never call it refused (audit 3)',
    },
  },
  {
    rule: 'Only a key that the run made is deleted',
    file: 'main/run/own-key.ts',
    find: "return isOurs ? ok(facts) : otherKey('tag', keyId);",
    replace: 'return isOurs || tags.value.length >= 0 ? ok(facts) : ok(facts);',
    test: {
      file: 'test/unit/jobs/discard-run.test.ts',
      title: 'deletes no key that the app did not make (audit 13)',
    },
  },
  {
    rule: 'Finished work that was changed makes no record, and nothing goes on with it',
    file: 'main/jobs/finished-notes.ts',
    find: "(work) => work.kind === 'offline' || isDone(work.run),",
    replace: "(work) => work.kind === 'offline' || !isDone(work.run) || isDone(work.run),",
    test: {
      file: 'test/unit/jobs/finished-work.test.ts',
      title: 'whose run is not over is damaged: nothing would go on with it',
    },
  },
  {
    rule: 'Practice takes no real credentials and reads no AWS file',
    file: 'main/aws/sign-in/practice-sign-in.ts',
    find: 'pasted.ok && offered && isSame(pasted.value, offered)',
    replace: 'pasted.ok && offered',
    test: {
      file: 'test/unit/aws/sign-in/practice-sign-in.test.ts',
      title: 'takes no credentials but the ones that it offers, and no portal but its own',
    },
  },
  {
    rule: 'A description at AWS claims something only in its exact form',
    file: 'main/records/material-description.ts',
    find: ' - sealed copy ([0-9a-f]{16}))?$/;',
    replace: ' - sealed copy ([0-9a-f]{16}))?/;',
    test: {
      file: 'test/unit/records/material-description.test.ts',
      title: 'claims nothing as %j: %s',
    },
  },
  {
    rule: 'A description says nothing but check value and copy, and is never written over one that is there',
    file: 'main/run/symmetric-import.ts',
    find: "if (hadMaterial) return { importType: 'EXISTING_KEY_MATERIAL' };",
    replace: '',
    test: {
      file: 'test/unit/run/material-description.test.ts',
      title: 'is left as it is when the material is imported again',
    },
  },
  {
    rule: 'AWS is asked to rotate only to material that the run imported, or that the person saw waiting',
    file: 'main/jobs/look-after/acts/plan-waiting.ts',
    find: 'if (waiting.id !== materialId) {',
    replace: "if (waiting.id === '') {",
    test: {
      file: 'test/unit/run/rotate/rotate.test.ts',
      title: 'is neither rotated to nor removed where it is not what the person saw',
    },
  },
  {
    rule: 'New material is never material that the key had: what is known says so before it is sent, and of the rest AWS does',
    file: 'main/jobs/rotate-returned.ts',
    find: 'copy?.checkValue === checkValue)',
    replace: 'copy?.checkValue === undefined && checkValue === undefined)',
    test: {
      file: 'test/unit/run/rotate/returned.test.ts',
      title: 'refuses material that the key has or had, before it is sent',
    },
  },
  {
    rule: 'What an offline computer wrapped for a rotation is imported as new, and what it wrapped otherwise never is',
    file: 'main/parameters/transfer-code.ts',
    find: 'transfer.isNew ? account + newKeyMaterial : account',
    replace: 'account',
    test: {
      file: 'test/unit/parameters/transfer-code.test.ts',
      title: 'is another one as soon as anything that it is of changes, or moves from one part to the next',
    },
  },
  {
    rule: 'Nothing is rotated before every replica has the new material, which goes there as what the primary key told',
    file: 'main/run/steps/rotate/see-replicas.ts',
    find: 'return lacking.value.length === 0',
    replace: 'return lacking.value.length >= 0',
    test: {
      file: 'test/unit/run/rotate/everywhere.test.ts',
      title: 'is held back until every replica has the new material',
    },
  },
  {
    rule: 'What is removed as waiting is never material that the key uses',
    file: 'main/run/acts/remove-waiting.ts',
    find: "  if (!waitsForRotation(own)) return refused('rotate.alreadyRotated');\n",
    replace: '',
    test: { file: 'test/unit/run/rotate/rotate.test.ts', title: 'that the key uses by now is not deleted' },
  },
  {
    rule: 'New material that a note says to be imported is proved by its copy where nothing proves the note',
    file: 'main/run/resumed-rows.ts',
    find: "  if (!isBelieved) return rows.set('import', { step: 'import', state: 'unknown' });\n",
    replace: '',
    test: {
      file: 'test/unit/run/rotate/kills.test.ts',
      title: 'asks for the copy again where nothing proves who wrote that it had imported',
    },
  },
  {
    rule: 'What is brought to see to which key it belongs is not opened, and key material is not even read',
    file: 'main/parameters/intake-gates.ts',
    find: "  return shapeOf(head) === 'private-key' ? 'private-key' : 'unknown';\n",
    replace: "  return 'unknown';\n",
    test: {
      file: 'test/unit/jobs/look-after/match-copy.test.ts',
      title: 'is refused unread, and no vault is started for it: %s',
    },
  },
  {
    rule: 'A folder of copies is told file by file, in a vault; what may be key material is not even read; a copy that was opened to be compared is not kept',
    file: 'main/jobs/look-after/match-copies.ts',
    find: 'if (!looked.ok || looked.value.refused.length > 0)',
    replace: 'if (!looked.ok)',
    test: {
      file: 'test/unit/jobs/look-after/match-copies.test.ts',
      title: 'are given to no vault where they may be key material',
    },
  },
  {
    rule: 'Practice never belongs to a real key',
    file: 'main/jobs/look-after/judge-copy.ts',
    find: "says.practice !== (key.mode === 'practice')",
    replace: 'says.practice !== says.practice',
    test: {
      file: 'test/unit/jobs/look-after/judge-copy.test.ts',
      title: 'is never practice of a real key, whatever else it says',
    },
  },
  {
    rule: 'Key material at AWS is deleted only after its copy was opened, or with a typed sentence that the record keeps; and only what was shown',
    file: 'main/jobs/look-after/acts/opened-copy-of.ts',
    find: 'copy.checkValue === described.checkValue',
    replace: 'copy.checkValue !== undefined',
    test: {
      file: 'test/unit/jobs/look-after/opened-copy-of.test.ts',
      title: 'is none that %s',
    },
  },
  {
    rule: 'AWS gets no credentials of practice',
    file: 'main/aws/sign-in/sessions.ts',
    find: 'credentials.value.sessionToken?.startsWith(practiceTokenMark)',
    replace: 'credentials.value.sessionToken === practiceTokenMark',
    test: {
      file: 'test/unit/aws/sign-in/practice-sign-in.test.ts',
      title: 'refuses what practice made, and AWS is not asked',
    },
  },
  {
    rule: 'A text that somebody wrote on a key is no formula in a spreadsheet',
    file: 'main/jobs/look-after/key-list-csv.ts',
    find: '/^[=+\\-@\\t\\r\\n]/.test(text)',
    replace: "text === '='",
    test: {
      file: 'test/unit/jobs/look-after/key-list-csv.test.ts',
      title: 'makes a text of %j, which a spreadsheet would run',
    },
  },
  {
    rule: "A copy of another key's material is refused for a key that had its own, before AWS is asked; where nothing tells, AWS refuses it, and nothing was changed",
    file: 'main/custody/copy-purpose.ts',
    find: 'return expected !== undefined && isKnown ? otherCopy(expected, checkValue) : undefined;',
    replace: 'return undefined;',
    test: {
      file: 'test/unit/jobs/import-again.test.ts',
      title: 'does not come back from the copy of another key, which is refused without AWS',
    },
  },
  {
    rule: 'A key that had its material takes only what was opened for it, and only as AWS says that it stands now',
    file: 'main/run/again-target.ts',
    find: 'if (first?.checkValue !== undefined && unknown.length === 0) {',
    replace: 'if (first?.checkValue !== undefined && unknown.length < 0) {',
    test: {
      file: 'test/unit/jobs/import-again-guards.test.ts',
      title: 'takes nothing that was opened for another key, and AWS is not asked',
    },
  },
  {
    rule: 'Where a copy is of one of several materials, its check value says which; AWS gets the ID, or finds it out',
    file: 'main/run/again-target.ts',
    find: 'materials.find((material) => material.checkValue === checkValue)',
    replace: 'materials.find((material) => material.checkValue !== undefined)',
    test: {
      file: 'test/unit/run/again-target.test.ts',
      title: 'is the one that says its check value, wherever it stands',
    },
  },
  {
    rule: 'Where a copy is of one of several materials, its check value says which; AWS gets the ID, or finds it out',
    file: 'main/run/again-target.ts',
    find: 'only !== undefined && others.length === 0 ? targetOf(only) : undefined',
    replace: 'only !== undefined && others.length >= 0 ? targetOf(only) : undefined',
    test: {
      file: 'test/unit/run/again-target.test.ts',
      title: 'is for AWS to find out where several may be meant, or none is known',
    },
  },
  {
    rule: 'Where a copy is of one of several materials, its check value says which; AWS gets the ID, or finds it out',
    file: 'main/run/symmetric-import.ts',
    find: '            ...definedOnly({ keyMaterialId: run.target?.keyMaterialId }),\n',
    replace: '',
    test: {
      file: 'test/unit/jobs/import-again.test.ts',
      title: 'sends the ID of the material, and keeps the description that it had',
    },
  },
  {
    rule: 'Practice and real never mix',
    file: 'main/run/again-material.ts',
    find: "return practice === (mode === 'practice')",
    replace: "return practice === (mode === 'practice') || practice",
    test: {
      file: 'test/unit/jobs/import-again-guards.test.ts',
      title: 'as one of %s takes nothing of the other, neither at the beginning nor when its run goes on',
    },
  },
  {
    rule: 'Practice and real never mix',
    file: 'main/jobs/look-after/opened-key.ts',
    find: 'if (accountId !== open.accountId || mode !== open.mode) {',
    replace: 'if (accountId !== open.accountId) {',
    test: {
      file: 'test/unit/jobs/import-again-guards.test.ts',
      title: 'is not reached by a sign-in of the other mode',
    },
  },
  {
    rule: 'Importing again changes no policy, and does not enable a key that was disabled',
    file: 'main/run/steps/verify.ts',
    find: 'if (samePolicy(run.policyBefore, read.value)) return done(read.requestId);',
    replace: 'if (samePolicy(read.value, read.value)) return done(read.requestId);',
    test: {
      file: 'test/unit/jobs/import-again-guards.test.ts',
      title: 'is the key policy, which may be another one than before',
    },
  },
  {
    rule: 'Importing again has ended only when AWS answers what it leads to',
    file: 'main/run/steps/follow-state.ts',
    find: 'return dates === undefined || isSameExpiry(run.expiry, dates.validTo)',
    replace: 'return dates === undefined || dates !== undefined',
    test: {
      file: 'test/unit/jobs/import-again-guards.test.ts',
      title: 'is its expiration, for as long as AWS answers the former one',
    },
  },
  {
    rule: 'A key that had its material takes only what was opened for it, and only as AWS says that it stands now',
    file: 'main/run/runs.ts',
    find: "if (run.kind !== 'create' && (choice.from !== 'held' || isOver(run, 'import')))",
    replace: "if (run.kind !== 'create' && isOver(run, 'import'))",
    test: {
      file: 'test/unit/jobs/import-again-guards.test.ts',
      title: 'takes nothing new when its run goes on',
    },
  },
  {
    rule: 'A key that had its material takes only what was opened for it, and only as AWS says that it stands now',
    file: 'main/run/key-now.ts',
    find: "if (!importable.includes(facts.state) || facts.origin !== 'EXTERNAL') {",
    replace: "if (facts.origin !== 'EXTERNAL') {",
    test: {
      file: 'test/unit/jobs/import-again-guards.test.ts',
      title: 'takes nothing while it waits for its deletion',
    },
  },
  {
    rule: 'Only a note that is proven to be ours says which copy belongs to key material, and only where AWS keeps no description of ours',
    file: 'main/jobs/look-after/noted-materials.ts',
    find: 'found.filter(({ id }) => !unconfirmed.has(id))',
    replace: 'found.filter(({ id }) => !unconfirmed.has(`${id}!`))',
    test: {
      file: 'test/unit/jobs/look-after/noted-materials.test.ts',
      title: 'has nothing of a note that nothing proves to be ours',
    },
  },
  {
    rule: 'The settings of the organisation are from a file that only an administrator can write to; on Windows, that the person cannot',
    file: 'main/organisation/guarded-file.ts',
    find: 'return (mode & byOthers) === 0 ? undefined :',
    replace: 'return (mode & 0) === 0 ? undefined :',
    test: { file: 'test/unit/organisation/read-organisation.test.ts', title: 'is refused: %s' },
  },
  {
    rule: 'What the organisation says of copies, shares and SHA-1 is enforced in main',
    file: 'main/custody/material-choice.ts',
    find: `  if (copyRequired === true) return forbids('custody', 'copyRequired');\n`,
    replace: '',
    test: { file: 'test/unit/organisation/enforced.test.ts', title: 'is no way without a copy' },
  },
  {
    rule: 'So is what it says of accounts, Regions and practice',
    file: 'main/aws/sign-in/organisation.ts',
    find: `if (practiceOnly) return forbids('sign-in', 'practiceOnly');`,
    replace: '',
    test: {
      file: 'test/unit/organisation/sign-in.test.ts',
      title: 'practice only is signed in to AWS by nobody, and nothing real is wrapped',
    },
  },
];

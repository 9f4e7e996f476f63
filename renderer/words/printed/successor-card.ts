import type { CustodySection } from '../../../main/shared/views/record';
import type { SuccessorFacts } from '../../../main/shared/printed-document';
import { checkValueGroups, copyLabels } from '../custody/copies';
import { handOverLabels } from '../run/hand-over';
import { finishImportJob, lookAfterJob, rehearseRestoreJob, wrapOfflineJob } from '../shell/home';
import { code, known, type Fact, type PrintedTable } from './fact';
import { copyLine, expiryLine, identityFact, materialLine, recordedText, stateLine } from './recorded';

export const successorCard = {
  audience: 'For your own safe',
  title: 'Successor card',
  lead: 'How to import this key material again, for the person who has to do it one day. AWS never gives key material back: if it expires, or is deleted by mistake, only the very same bytes bring back what was encrypted with the key.',
  noCopyTitle: 'No copy of the key material exists',
  noCopyText:
    'The person who created this key typed a confirmation of that. Unless the key material is kept elsewhere, it can never be imported again, and what was encrypted with it is lost with it.',
  elsewhereTitle: 'The copy is kept where the key material was wrapped',
  elsewhereText:
    'It came wrapped from an offline computer. The successor card and the record of that computer say where the copy is.',
  key: 'Which key',
  byAlias: (receiver: string) => `${receiver} may know the key by the ARN of this alias: keep it as it is.`,
  copy: 'Where the copy is',
  byHand: 'Filled in by hand',
  withApp: 'How to import it again, with Keyferry',
  withoutApp: 'Without Keyferry',
  never: 'What must never be done',
  neverRules: [
    'Do not schedule the deletion of the KMS key. A deleted key cannot be brought back, not even with this copy.',
    'Do not import other key material to replace it. AWS refuses it; and nothing that was encrypted before would become readable.',
    'Do not create a new key under the same alias instead. It is another key, and opens nothing that this one encrypted.',
    'Do not write the passphrase on this card, and do not keep two shares together.',
  ],
  alsoNeeded: 'Also needed',
  alsoNeededText:
    'The key was rotated, and stops if any of its materials is missing. Keep the copies and the cards of the former ones together with this card.',
  fileTable: 'Files of the copy',
  file: 'File',
  bytes: 'Bytes',
  sha256: 'SHA-256',
  noDigest: 'not stated',
} as const;

export function keyFacts({ key, ceremonyId, material, receiver }: SuccessorFacts): readonly Fact[] {
  const { expiresAt } = key;
  return [
    identityFact(key),
    ...known(handOverLabels.account, key.accountId, code),
    ...known(handOverLabels.region, key.region, code),
    ...known(handOverLabels.alias, key.alias, {
      ...code,
      ...(receiver !== 'none' && receiver.mayUseAlias ? { note: successorCard.byAlias(receiver.name) } : {}),
    }),
    ...known(handOverLabels.keyMaterialId, key.keyMaterialId, code),
    ...(key.alsoNeeded ?? []).map((value, at) => ({
      label: successorCard.alsoNeeded,
      value,
      ...code,
      ...(at === 0 ? { note: successorCard.alsoNeededText } : {}),
    })),
    {
      label: copyLabels.checkValue,
      value: material.checkValue === 'unknown' ? 'unknown' : checkValueGroups(material.checkValue),
      ...code,
    },
    ...known('Key material', materialLine(material)),
    ...known(handOverLabels.state, stateLine(key)),
    ...known(handOverLabels.expiry, expiresAt && expiryLine(expiresAt)),
    { label: 'Ceremony', value: ceremonyId, ...code },
    ...known('Used by', receiver === 'none' ? undefined : receiver.name),
  ];
}

type Kept = Extract<CustodySection, { readonly files: unknown }>;

export function copyFacts(custody: Kept): readonly Fact[] {
  const { shares } = custody;
  return [
    { label: copyLabels.copy, value: copyLine(custody) },
    { label: copyLabels.madeAt, value: recordedText(custody.madeAt) },
    ...(shares === undefined
      ? []
      : [
          { label: 'Serial of the shares', value: shares.serial, ...code },
          { label: 'Needed', value: `any ${shares.threshold} of ${shares.count} shares` },
          {
            label: shares.custodians.length < shares.count ? copyLabels.broughtBy : copyLabels.custodians,
            value: shares.custodians.length === 0 ? 'none known' : shares.custodians.join('; '),
          },
        ]),
  ];
}

export function fileTable({ files }: Kept): PrintedTable {
  return {
    label: successorCard.fileTable,
    columns: [
      { name: successorCard.file },
      { name: successorCard.bytes, width: 'narrow' },
      { name: successorCard.sha256, width: 'digest', isCode: true },
    ],
    rows: files.map(({ name, bytes, sha256 }) => [name, String(bytes), sha256 ?? successorCard.noDigest]),
  };
}

/** Lines for the pen: what no program knows. */
export function handLines({ kept }: Kept): readonly string[] {
  return kept === 'shares'
    ? ['Who calls the custodians together', 'Kept with this card since (date)']
    : [
        'Where the file is kept',
        kept === 'passphrase' ? 'Who knows the passphrase' : 'Who has the age identity',
      ];
}

export function appSteps({ kept }: Kept): readonly string[] {
  const bring =
    kept === 'shares'
      ? 'Bring as many shares as are needed, one after the other: files, or what is scanned or typed from the sheets.'
      : `Bring the file of the copy and ${kept === 'passphrase' ? 'its passphrase' : 'an age identity that opens it'}.`;
  return [
    `First check that the copy is good, without AWS: “${rehearseRestoreJob.label}” on the home screen, with the check value above.`,
    `Then choose “${lookAfterJob.label}”, sign in to the account above, open this key, and choose “Import the material again”.`,
    `${bring} Compare the check value on screen with the one above: they must be the same.`,
    `Choose the expiration, and import. For a copy that is opened only offline, save import parameters there, and use “${wrapOfflineJob.label}” and “${finishImportJob.label}”.`,
  ];
}

export function plainSteps({ kept }: Kept, { kind }: SuccessorFacts['material']): readonly string[] {
  const wrapping = `Wrap it with OpenSSL 3 under the wrapping key that AWS gives (${
    kind === undefined || kind === 'symmetric' ? 'RSAES_OAEP_SHA_256' : 'RSA_AES_KEY_WRAP_SHA_256'
  }), and import it with the AWS CLI or in the console.`;
  return kept === 'shares'
    ? [
        'Any program that combines shares of the npm package shamir-secret-sharing or of HashiCorp Vault puts them together. The file docs/shares.md of Keyferry has the format and a Python script that needs nothing else.',
        wrapping,
      ]
    : [
        'age --decrypt FILE opens the copy (age-encryption.org); add --identity IDENTITY-FILE where it is sealed for recipients. What it holds says, step by step, how to go on. The file docs/sealed-copy.md of Keyferry says the same.',
        wrapping,
      ];
}

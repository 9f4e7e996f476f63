import type { CeremonyRecordView, CeremonyJob, ReceiverSection } from '../../../main/shared/views/record';
import { rotateWords } from '../look-after/acts-rotate';
import { actWords, changeFact } from '../look-after/acts';
import { checkValueGroups, copyLabels } from '../custody/copies';
import { handOverLabels } from '../run/hand-over';
import { wantNames } from '../run/receiver-wants';
import { settingLines } from '../shell/organisation';
import { code, groupsOfFour, known, type Fact } from './fact';
import {
  copyLine,
  expiryLine,
  identityFact,
  materialLine,
  recordedText,
  sourceName,
  stateLine,
} from './recorded';

export const recordPaper = {
  audience: 'For your own records',
  title: 'Ceremony record',
  lead: 'What was decided, what was done and what came of it, as the record file says it. “none” is written where there was nothing; it is never assumed. All hashes are SHA-256. Nothing in it is secret.',
  ceremony: 'The ceremony',
  people: 'Who took part',
  key: 'The key',
  material: 'Key material and its wrapping',
  custody: 'Custody',
  noCopy: 'none: no copy of the key material was kept',
  noMaterial: 'none: no key material took part in this job',
  elsewhere: 'elsewhere: the offline computer that wrapped the key material keeps the copy',
  policy: 'Key policy',
  grant: 'Grant',
  receiver: 'Receiver',
  steps: 'Steps',
  calls: 'Calls of AWS KMS, which CloudTrail names the same',
  files: 'Files saved',
  erasure: 'Erasure',
  exceptions: 'Out of the ordinary',
  signOff: 'Sign-off',
  signOffText: (fileName: string) =>
    `By signing, each person confirms that they took part as described, and that the head hash below is that of the file “${fileName}”. The hash binds this paper to that file: if one character of the file is changed, Keyferry’s “Check a record”, or the short script in docs/verify-record.md, shows another hash or refuses it.`,
  headHash: 'Head hash (SHA-256)',
  qr: 'QR code with the 64 hex digits of the head hash, and nothing else',
  qrText: 'The QR code holds these 64 digits and nothing else.',
  signature: 'Signature',
  date: 'Date',
  operator: 'Operator',
  witness: 'Witness',
  noWitness: 'none: this was a ceremony of one person',
  noWitnessLine: 'No witness: this was a ceremony of one person.',
  notNoted: 'not noted',
  expiredBefore: 'Expiration before',
  materials: 'Materials that the key needs, and are there',
  alsoNeeded: 'Still needed, beside the new one',
  none: 'none',
  changed: 'What changed',
  organisation: 'Set by the organisation on this computer, when the record was made',
} as const;

const jobs: Record<CeremonyJob, string> = {
  'create-and-import': 'Create and import a key',
  'finish-import': 'Finish an offline import',
  'import-again': 'Import the material of a key again',
  rotate: rotateWords.job,
  'wrap-offline': 'Wrap key material offline',
  'add-receiver': 'Add the receiver',
  'disable-key': actWords['disable-key'].job,
  'enable-key': actWords['enable-key'].job,
  'schedule-deletion': actWords['schedule-deletion'].job,
  'cancel-deletion': actWords['cancel-deletion'].job,
  'delete-material': actWords['delete-material'].job,
  'revoke-receiver': actWords['revoke-receiver'].job,
  'relabel-key': actWords['relabel-key'].job,
  'give-alias': actWords['give-alias'].job,
  'move-alias': actWords['move-alias'].job,
  'remove-alias': actWords['remove-alias'].job,
  'replicate-key': actWords['replicate-key'].job,
  'rotate-now': actWords['rotate-now'].job,
  'remove-waiting': actWords['remove-waiting'].job,
};

const modes: Record<CeremonyRecordView['ceremony']['mode'], string> = {
  practice: 'PRACTICE: nothing of this is in AWS',
  aws: 'AWS',
  offline: 'Offline: AWS was not touched',
};

export function ceremonyFacts({ ceremony, closedAt, eventCount }: CeremonyRecordView): readonly Fact[] {
  return [
    { label: 'Job', value: jobs[ceremony.job] },
    { label: 'Mode', value: modes[ceremony.mode] },
    { label: 'Begun', value: recordedText(ceremony.begunAt) },
    { label: 'Record made', value: recordedText(closedAt) },
    { label: 'Time zone', value: ceremony.timeZone },
    { label: 'Events in the file', value: String(eventCount) },
    { label: 'Ceremony', value: ceremony.id, ...code },
    { label: 'Keyferry', value: `version ${ceremony.appVersion}` },
    { label: 'Build hash', value: ceremony.buildSha256, ...code },
  ];
}

export function peopleFacts({ people }: CeremonyRecordView): readonly Fact[] {
  const { operator, witness } = people;
  return [
    { label: recordPaper.operator, value: personLine(operator) },
    { label: recordPaper.witness, value: witness === 'none' ? recordPaper.noWitness : personLine(witness) },
  ];
}

const personLine = ({ name, role }: { readonly name: string; readonly role?: string }): string =>
  role === undefined ? name : `${name}, ${role}`;

export function keyFacts({ key }: CeremonyRecordView): readonly Fact[] {
  const { multiRegion, expiresAt, expiredBefore, materials } = key;
  return [
    identityFact(key),
    ...known(handOverLabels.account, key.accountId, code),
    ...known(handOverLabels.region, key.region, code),
    { label: handOverLabels.alias, value: key.alias ?? recordPaper.none, ...code },
    ...known(handOverLabels.multiRegion, multiRegion === undefined ? undefined : multiRegion ? 'Yes' : 'No'),
    ...known(handOverLabels.state, stateLine(key)),
    ...known(handOverLabels.expiry, expiresAt && expiryLine(expiresAt)),
    ...known(recordPaper.expiredBefore, expiredBefore && expiryLine(expiredBefore)),
    ...known(recordPaper.materials, materials && `${materials.there} of ${materials.needed}`),
    ...known(handOverLabels.keyMaterialId, key.keyMaterialId, code),
    ...(key.alsoNeeded ?? []).map((value) => ({ label: recordPaper.alsoNeeded, value, ...code })),
  ];
}

/** Of a job in which no key material took part. */
const noMaterial: Fact = { label: 'Key material', value: recordPaper.noMaterial };

export function materialFacts({ material, wrapping }: CeremonyRecordView): readonly Fact[] {
  if (material === 'none' || wrapping === 'none') return [noMaterial];
  const { checkValue } = material;
  return [
    { label: 'Source', value: sourceName(material.source) },
    ...known('Key material', materialLine(material)),
    {
      label: copyLabels.checkValue,
      value: checkValue === 'unknown' ? checkValue : checkValueGroups(checkValue),
      ...code,
    },
    { label: 'Wrapping algorithm', value: wrapping.wrappingAlgorithm ?? 'not stated', ...code },
    { label: 'Wrapping key', value: wrapping.wrappingKeySpec ?? 'not stated', ...code },
    ...known('Import by', wrapping.parametersValidTo && recordedText(wrapping.parametersValidTo)),
    { label: 'Wrapping key hash', value: wrapping.wrappingKeySha256 ?? 'not stated', ...code },
    { label: 'Material and token hash', value: wrapping.pairSha256, ...code },
  ];
}

/** Where no copy is described: why not. */
export function noCustodyText(custody: Exclude<CeremonyRecordView['custody'], Kept>): string {
  if (custody === 'none') return recordPaper.noMaterial;
  return custody.kept === 'none' ? recordPaper.noCopy : recordPaper.elsewhere;
}

type Kept = Extract<CeremonyRecordView['custody'], { readonly files: unknown }>;

export function custodyFacts(custody: Kept): readonly Fact[] {
  const { shares, madeAt } = custody;
  return [
    { label: copyLabels.copy, value: copyLine(custody) },
    { label: copyLabels.madeAt, value: recordedText(madeAt) },
    ...(shares === undefined
      ? []
      : [
          { label: 'Serial of the shares', value: shares.serial, ...code },
          { label: 'Needed', value: `any ${shares.threshold} of ${shares.count} shares` },
        ]),
  ];
}

export function policyFacts({ policy }: CeremonyRecordView): readonly Fact[] {
  if (policy === 'none') return [];
  return [
    { label: 'Policy text hash', value: policy.sha256, ...code },
    ...known('Former policy text hash', policy.former?.sha256, code),
    {
      label: 'Read back',
      value: policy.readBack
        ? 'yes: AWS answered the same policy'
        : 'no: AWS was not asked for it afterwards',
    },
  ];
}

/** What an act changed; none where there was none. */
export const changedFacts = ({ changes = [] }: CeremonyRecordView): readonly Fact[] =>
  changes === 'none' ? [] : changes.map(changeFact);

/** What was in force where the record was made; none where there was no such file. */
export const organisationFacts = ({ organisation }: CeremonyRecordView): readonly Fact[] =>
  organisation === undefined
    ? []
    : [
        { label: 'File hash', value: organisation.sha256, ...code },
        { label: 'In force', value: settingLines(organisation.settings).join('\n') || recordPaper.none },
      ];

/** A grant by which a receiver was let in; none where there was none. */
export function grantFacts({ grant }: CeremonyRecordView): readonly Fact[] {
  if (grant === undefined) return [];
  return [
    { label: 'Name', value: grant.name, ...code },
    ...known('Grant ID', grant.grantId, code),
    { label: 'Grantee', value: grant.grantee, ...code },
    { label: 'May retire it', value: grant.retiring ?? recordPaper.none, ...code },
    { label: 'Operations', value: grant.operations.join(', '), ...code },
    {
      label: 'Read back',
      value: grant.readBack ? 'yes: AWS listed the same grant' : 'no: AWS was not asked for it afterwards',
    },
  ];
}

type Statement = Exclude<CeremonyRecordView['policy'], 'none'>['statements'][number];

export function statementFacts({
  sid,
  principals,
  actions,
  onlyForAwsResources,
  conditions = [],
}: Statement): readonly Fact[] {
  return [
    { label: 'Statement', value: onlyForAwsResources ? `${sid}, for resources of AWS services only` : sid },
    { label: 'Principals', value: principals.join('\n'), ...code },
    { label: 'Actions', value: actions.join(', '), ...code },
    ...conditions.map(({ operator, key, values }) => ({
      label: 'Only if',
      value: `${operator} ${key}: ${values.join(', ')}`,
      ...code,
    })),
  ];
}

export function receiverFacts({ receiver, key }: CeremonyRecordView): readonly Fact[] {
  if (receiver === 'none') return [];
  return [
    { label: handOverLabels.receiver, value: receiver.name === '' ? recordPaper.none : receiver.name },
    {
      label: 'AWS account ID',
      value: receiver.accountId === '' ? recordPaper.none : receiver.accountId,
      ...code,
    },
    {
      label: 'Actions allowed',
      value: receiver.actionsAllowed.length === 0 ? recordPaper.none : receiver.actionsAllowed.join(', '),
      ...code,
    },
    ...handOverFacts(receiver.handOver ?? [], key),
  ];
}

/** What there was to tell the receiver; what the key's own facts say is only named. */
function handOverFacts(
  facts: NonNullable<ReceiverSection['handOver']>,
  { keyArn, keyId, accountId, region, keyMaterialId }: CeremonyRecordView['key'],
): readonly Fact[] {
  if (facts.length === 0) return [];
  const said = [keyArn, keyId, accountId, region, keyMaterialId];
  return [
    { label: handOverLabels.wanted, value: facts.map(({ fact }) => wantNames[fact]).join(', ') },
    ...facts
      .filter(({ value }) => !said.includes(value))
      .map(({ fact, value }) => ({ label: wantNames[fact], value, ...code })),
  ];
}

export function erasureFacts({ erasure, material }: CeremonyRecordView): readonly Fact[] {
  if (erasure === 'none' || material === 'none') return [noMaterial];
  const { vaultProcess, clearExport, ownFile } = erasure;
  return [
    {
      label: 'Key material in memory',
      value:
        vaultProcess === 'ended'
          ? 'the process that held it had ended before success was reported'
          : 'none: this computer never held it',
    },
    {
      label: 'Written in clear',
      value:
        clearExport === 'none'
          ? 'none: Keyferry wrote no key material in clear to any disk'
          : `the file “${clearExport.name}”, because somebody chose so; Keyferry does not erase it`,
    },
    {
      label: 'Own file',
      value:
        ownFile === 'none'
          ? `none: the key material was ${sourceName(material.source)}`
          : 'untouched: the file that it came from still holds it in clear',
    },
  ];
}

export const headGroups = (head: string): string => groupsOfFour(head);

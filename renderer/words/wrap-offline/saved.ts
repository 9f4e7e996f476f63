import type { CustodyView } from '../../../main/shared/views/custody';
import { fileNames } from '../../../main/shared/file-names';
import type { SavedView } from '../../../main/shared/views/saved';
import { finishImportJob } from '../shell/home';
import { bothInstants } from '../shell/instants';

export const savedPage = {
  title: 'Saved',
  doneTitle: 'The key material is wrapped',
  done: (folder: string) =>
    `All files were read back from “${folder}” and compared, and the process that held the key material has ended.`,
  noCode: {
    title: 'The transfer code is not shown',
    text: 'Nothing proves the note that would say it. The screen showed it when the files were saved.',
  },
  files: 'What was saved',
  digest: 'SHA-256:',
  bytes: (count: number) => `${count} bytes`,
  noDigest: 'not shown, because it would help to guess the key material',
  carryTitle: 'What to carry to the connected computer',
  carry: (returnPackage: string) => [
    `Carry ${returnPackage} on the stick, and the transfer code by another way.`,
    `On the connected computer, open Keyferry and choose “${finishImportJob.label}”.`,
    `Drop ${returnPackage} there, and type the transfer code when it is asked for.`,
  ],
  copyTitle: 'The copy of the key material',
  copyStays: {
    sealed:
      'The sealed copy does not travel with the files above, and AWS does not need it. Keep it where it will last, and keep what opens it somewhere else.',
    shares:
      'The shares do not travel with the files above, and AWS needs none of them. Give each custodian their own, and make sure that no two stay in one place.',
  },
  rehearse: {
    text: 'The copy was read back and opened. Only a fresh read shows that the stick itself kept it: unplug the stick, plug it in again, and rehearse the restore.',
    label: 'Rehearse a restore',
  },
  plainTitle: 'PlaintextKeyMaterial.bin does not travel',
  plain:
    'It is the key itself, unprotected. Move it to where you keep secrets now, and make sure that no copy stays on this computer or on the stick.',
  console: 'What to click in the AWS console',
  consoleText: `Only where there is no Keyferry on the connected computer. The console needs ${fileNames.encryptedKeyMaterial} and ${fileNames.importToken}. It asks for no code, so make sure that nobody can exchange the files on their way.`,
  summary: 'Summary',
  summaryItem: {
    title: 'Keep the summary for your own records',
    text: 'Which key material was wrapped, for which KMS key, and what to click in the console.',
  },
  listText: 'What does not travel: each for somebody else. Nothing in it is secret.',
  copySummary: 'Copy summary',
  showFiles: 'Show files',
  startOver: 'Start over',
  notShown: 'The file browser of this computer did not open. The files are where you saved them.',
} as const;

/** `0`, and what it is a count of. */
export function refusedRequestsLine(count: number): string {
  return count === 0
    ? 'No network request was attempted since Keyferry started.'
    : `${count} network ${count === 1 ? 'request was' : 'requests were'} attempted since Keyferry started, and refused.`;
}

/** Where the key material is now. */
export function whereaboutsLine({
  source,
  custody,
  plaintextExported,
}: Pick<SavedView, 'source' | 'custody' | 'plaintextExported'>): string {
  const plain = plaintextExported ? [`in ${fileNames.plaintextKeyMaterial}`] : [];
  const own = source === 'file' ? ['in your own file'] : [];
  const places = [...own, ...copyPlace(custody), ...plain];
  return places.length === 0
    ? 'The key material now exists only in its wrapped form.'
    : `Besides its wrapped form, the key material is ${places.join(' and ')}.`;
}

function copyPlace(custody: CustodyView): readonly string[] {
  switch (custody.kept) {
    case 'none':
      return [];
    case 'shares':
      return ['in the shares of your custodians'];
    case 'passphrase':
    case 'recipients':
      return ['in your sealed copy'];
  }
}

/** The clicks in the AWS KMS console, in their order. */
export function consoleSteps(saved: SavedView, timeZone?: string): readonly string[] {
  const { parameters } = saved;
  const key =
    parameters.keyId === undefined
      ? 'the key whose parameters these are'
      : `the key with Key ID ${parameters.keyId}`;
  const region =
    parameters.region === undefined ? 'the AWS Region of the key' : `the AWS Region ${parameters.region}`;
  const account = parameters.accountId === undefined ? '' : ` in account ${parameters.accountId}`;
  const deadline =
    parameters.validTo === undefined
      ? 'within 24 hours of the download'
      : `by ${bothInstants(new Date(parameters.validTo), timeZone)}`;
  return [
    `Open the AWS KMS console${account} and switch to ${region}.`,
    `Choose “Customer managed keys”, then ${key}.`,
    'Open the tab “Key material” (on some keys: “Key material and rotations”) and choose “Import key material”.',
    'If the console offers to download the parameters again, choose “Next” without downloading: the files you carry belong together.',
    `At the step “Upload wrapped key material”, choose ${fileNames.encryptedKeyMaterial} as the wrapped key material and ${fileNames.importToken} as the import token.`,
    'Choose whether the key material expires, and when.',
    `Choose “Upload key material”, ${deadline}.`,
  ];
}

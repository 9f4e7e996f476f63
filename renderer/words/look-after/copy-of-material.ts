import type { CopyMatchView, CopyVerdict } from '../../../main/shared/views/copy-match';
import type { CopyName, KeyMaterialView } from '../../../main/shared/views/keys';
import { checkValueGroups } from '../custody/copies';
import { localDay } from '../shell/instants';
import { materialsPanel } from './one-key';

export const copyPanel = {
  title: 'Which copy belongs here',
  lead: 'AWS gives key material to nobody. Only a copy brings it back.',
  hint: 'It helps to find the copy, whose serial or SHA-256 its successor card has as well. It proves nothing: whoever may import into the key can write it.',
  drop: 'Drop a sealed copy, a share or a record here',
  dropHint: 'A hand-over summary works as well. Nothing is opened, and AWS is not asked.',
  dropAnother: 'Drop another one here',
  release: 'Let go to look at it',
  choose: 'Choose file',
  looking: 'Looking at it',
} as const;

const shortId = (id: string): string => `${id.slice(0, 12)}…`;

/** As the table of the key's materials names it. */
export const materialName = ({ role, id }: KeyMaterialView): string =>
  `Key material ${shortId(id)}, ${materialsPanel.roles[role].toLowerCase()}`;

/** How a description or a note names a copy, in the middle of a sentence. */
function copyNameWords(kept: CopyName | undefined): string {
  if (kept === undefined) return 'no copy named';
  return kept.as === 'shares'
    ? `shares ${kept.serial}`
    : `sealed copy whose SHA-256 begins with ${checkValueGroups(kept.fileSha256)}`;
}

/** Which copy a material is in, as AWS or this computer keeps it, or whatever else somebody wrote. */
export function describedMaterial({ copy, description, notedAt }: KeyMaterialView): string {
  const foreign = description === undefined ? undefined : `Described as “${description}”.`;
  if (copy === undefined) {
    return foreign ?? 'AWS keeps no description of it. Drop what you have, to see what it says.';
  }
  const said = `Check value ${checkValueGroups(copy.checkValue)}; ${copyNameWords(copy.kept)}.`;
  if (notedAt === undefined) return said;
  const noted = `So it was noted when it was imported on this computer, on ${localDay(new Date(notedAt))}.`;
  return [said, noted, foreign ?? 'AWS keeps no description of it.'].join(' ');
}

const whats: Record<CopyMatchView['what'], string> = {
  'sealed-copy': 'sealed copy',
  shares: 'share',
  record: 'record',
};

interface Said {
  readonly type: 'success' | 'warning' | 'error' | 'info';
  readonly title: string;
  readonly text: string;
}

const signs: Record<Extract<CopyVerdict, { is: 'this' }>['by'], string> = {
  'material-id': 'names this key material by the ID that AWS gave it',
  'check-value': 'has the check value of this key material',
  serial: 'has the serial of the shares of this key material',
  file: 'is the file whose SHA-256 is kept beside this key material',
  key: 'names this key',
};

/** What came of comparing a document with the key. */
export function verdictWords({ what, files, verdict }: CopyMatchView): Said {
  const name = files.length === 1 ? `“${files[0] ?? ''}”` : `Each of these ${files.length} files`;
  const kind = whats[what];
  switch (verdict.is) {
    case 'this': {
      const { materialId, by, madeFor } = verdict;
      const isKnown = materialId !== undefined;
      const which = isKnown
        ? ` (${shortId(materialId)}).`
        : '. It does not say to which of its key materials it belongs.';
      const other =
        madeFor === undefined
          ? ''
          : ` It was made for another key, ${madeFor}, whose material this key has too.`;
      return {
        type: 'success',
        title: `This ${kind} belongs to this key${isKnown ? ' material' : ''}`,
        text: `${name} ${signs[by]}${which}${other}`,
      };
    }
    case 'no-material':
      return {
        type: 'warning',
        title: `This ${kind} names this key, but none of its key materials`,
        text: `${name} says another check value or another material ID than AWS. Either it is of a material that the key no longer has, or somebody changed one of the two.`,
      };
    case 'other':
      return {
        type: 'error',
        title: `This ${kind} is of another key`,
        text:
          verdict.keyArn === undefined
            ? `${name} has the check value of none of this key’s materials.`
            : `${name} names ${verdict.keyArn}.`,
      };
    case 'other-mode':
      return {
        type: 'error',
        title: `This ${kind} is of another key`,
        text: `${name} comes from practice and this key is real, or the other way round.`,
      };
    case 'unknown':
      return {
        type: 'info',
        title: `This ${kind} does not say which key it is of`,
        text: `${name} ${unknownWords[verdict.why]}`,
      };
  }
}

const unopened = 'Once it is open, Keyferry compares what it holds, before anything is imported.';

const unknownWords: Record<Extract<CopyVerdict, { is: 'unknown' }>['why'], string> = {
  passphrase: `opens only with its passphrase. ${unopened}`,
  recipients: `opens only with the identity of a recipient. ${unopened}`,
  'says-too-little': 'names no key, and AWS keeps no description of ours to compare it with.',
};

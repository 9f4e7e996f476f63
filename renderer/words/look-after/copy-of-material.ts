import type { CopyMatchView, CopyVerdict } from '../../../main/shared/views/copy-match';
import type { CopyName, KeyMaterialView, MaterialCopy } from '../../../main/shared/views/keys';
import { checkValueGroups } from '../custody/copies';

export const copyPanel = {
  title: 'Which copy belongs here',
  lead: 'AWS gives key material to nobody. Only a copy brings it back.',
  hint: 'Whoever may import into the key can write this. It helps to find the copy, and proves nothing.',
  drop: 'Drop a sealed copy, a share or a record here',
  dropHint: 'A hand-over summary works as well. Nothing is opened, and AWS is not asked.',
  dropAnother: 'Drop another one here',
  release: 'Let go to look at it',
  choose: 'Choose file',
  looking: 'Looking at it',
} as const;

export const materialName = (id: string): string => `Key material ${id.slice(0, 8)}…`;

/** How a description at AWS names a copy. */
export function copyNameWords(kept: CopyName | undefined): string {
  if (kept === undefined) return 'No copy named';
  return kept.as === 'shares'
    ? `Shares ${kept.serial}`
    : `Sealed copy, SHA-256 ${checkValueGroups(kept.fileSha256)} …`;
}

export const describedCopy = ({ kept, checkValue }: MaterialCopy): string =>
  `${copyNameWords(kept)}. Check value ${checkValueGroups(checkValue)}.`;

/** What AWS keeps beside a material: which copy it is in, or whatever else somebody wrote. */
export function describedMaterial({ copy, description }: KeyMaterialView): string {
  if (copy) return describedCopy(copy);
  return description === undefined ? 'AWS keeps no description.' : `Described as “${description}”.`;
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
  'material-id': 'It names this key material by the ID that AWS gave it.',
  'check-value': 'Its check value is the one that AWS keeps beside this key material.',
  serial: 'Its serial is the one that AWS keeps beside this key material.',
  file: 'It is the file whose digest AWS keeps beside this key material.',
  key: 'It names this key.',
};

const unopened =
  'It shows what it holds only when it is opened. Keyferry then compares it before anything is imported.';

/** What came of comparing a document with the key. */
export function verdictWords({ what, files, verdict }: CopyMatchView): Said {
  const name = files.length === 1 ? `“${files[0] ?? ''}”` : `Each of these ${files.length} files`;
  const kind = whats[what];
  switch (verdict.is) {
    case 'this': {
      const { materialId, by, madeFor } = verdict;
      const other =
        madeFor === undefined
          ? ''
          : ` It was made for another key, ${madeFor}, whose material this key has too.`;
      const belongs = materialId === undefined ? 'belongs to this key' : 'belongs to this key material';
      const which = materialId === undefined ? ' It does not say to which of its key materials.' : '';
      return {
        type: 'success',
        title: `This ${kind} ${belongs}`,
        text: `${name}: ${materialId === undefined ? '' : `${materialName(materialId)}. `}${signs[by]}${which}${other}`,
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
            ? `${name} has a check value that AWS keeps beside none of the materials of this key.`
            : `${name} names ${verdict.keyArn}.`,
      };
    case 'other-mode':
      return {
        type: 'error',
        title: `This ${kind} is of another key`,
        text: `${name}: practice and real keys are kept apart, and it is of the other kind.`,
      };
    case 'unknown':
      return {
        type: 'info',
        title: `This ${kind} does not say which key it is of`,
        text: `${name}. ${unknownWords[verdict.why]}`,
      };
  }
}

const unknownWords: Record<Extract<CopyVerdict, { is: 'unknown' }>['why'], string> = {
  passphrase: `It opens only with its passphrase. ${unopened}`,
  recipients: `It opens only with the identity of a recipient. ${unopened}`,
  'says-too-little': 'It names no key, and AWS keeps no description of ours to compare it with.',
};

import type { UnusableNoteView, UnusableReason } from '../../../main/shared/views/unfinished';

export const unusableNotes = {
  title: 'Notes that cannot be used',
  lead: 'Keyferry found these notes of its work on this computer, and cannot use them. They stay where they are.',
  folder: {
    run: 'The folder of the notes',
    offline: 'The folder of the notes of offline work',
    finished: 'The folder of finished work',
  },
  remove: 'Remove this note',
  removeNamed: (name: string) => `Remove this note ${name}`,
  confirmTitle: 'Remove this note for good?',
  removeNow: 'Remove now',
  keep: 'Keep it',
  removed: 'That note is no longer listed here.',
  notRemoved:
    'The note could not be removed. Make sure that its folder can be written to, and that the note is not a folder itself; then try again.',
} as const;

const why: Record<UnusableReason, string> = {
  damaged:
    'It is damaged, so it could not be read. If a ceremony was interrupted, look in the AWS console for a key with the tag keyferry:ceremony in the state Pending import.',
  'newer-version':
    'A newer version of Keyferry wrote it. Install that version to go on with it; this one leaves it as it is.',
  unreadable:
    'This computer refused to read it just now. Make sure that the disk is in order and that the file may be read; then open this page again.',
  'not-a-file': 'Something other than a plain file has this name, so it was not opened.',
  changed:
    'It was changed by somebody or something other than Keyferry, so Keyferry does not go on with it. Look in the AWS console for a key with the tag keyferry:ceremony, and tell the person who looks after this computer.',
  'folder-unreadable':
    'This computer refused to read it just now, so unfinished work may be missing here. Make sure that the disk is in order and that the folder may be read; then open this page again.',
};

/** A ceremony that is done loses nothing with its note but what was not saved of it. */
const whyFinished: Partial<Record<UnusableReason, string>> = {
  damaged:
    'It is damaged, so the record of this finished work can no longer be saved. The key and the files that were saved are not affected.',
  'newer-version':
    'A newer version of Keyferry wrote it. Install that version to save the record of this work; this one leaves it as it is.',
  changed:
    'It was changed by somebody or something other than Keyferry, so Keyferry makes no record of it. Tell the person who looks after this computer.',
  'folder-unreadable':
    'This computer refused to read it just now, so finished work may be missing here. Make sure that the disk is in order and that the folder may be read; then open this page again.',
};

/** `d7da6d3d-….state`, as it is called on the disk, or what it is. */
export function unusableName({ note, of }: UnusableNoteView): string {
  return note === '' ? unusableNotes.folder[of] : `${note}.state`;
}

/** Why the note cannot be used, and what to do. */
export const unusableText = ({ reason, of }: UnusableNoteView): string =>
  (of === 'finished' ? whyFinished[reason] : undefined) ?? why[reason];

/** What is lost with the note. */
export function removeText({ reason, of }: UnusableNoteView): string {
  const stays =
    of === 'run'
      ? 'Nothing in AWS is changed: a key that this work made stays there until somebody deletes it.'
      : 'A copy of the key material, and files that were saved, stay where they are.';
  const { [reason]: hope } = hopes;
  return ['Keyferry forgets this work.', hope, stays].filter((part) => part !== undefined).join(' ');
}

const hopes: Partial<Record<UnusableReason, string>> = {
  'newer-version': 'The newer version cannot go on with it then.',
  unreadable: 'As long as the note is kept, Keyferry can go on with it once it can be read again.',
};

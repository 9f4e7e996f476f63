import type { SweptView } from '../../../main/shared/views/unfinished';

/** What is said about saves that did not finish; each title has its text. */
interface SweptWords {
  readonly title: string;
  readonly text: string;
}

const quotedList = (folders: readonly string[]): string => folders.map((folder) => `“${folder}”`).join(', ');

/** Key material in clear that a killed process or a pulled stick left behind. */
export function sweptWords({ removed, inClear, away }: SweptView): readonly SweptWords[] {
  const words = [
    {
      folders: removed,
      title: 'Saving was interrupted, and what it left behind was removed',
      text: (names: string) =>
        `In ${names}, hidden temporary files were found and removed. They may have held shares or key material in clear. Removed files can stay readable on a disk: if it may have left your hands, make new key material.`,
    },
    {
      folders: inClear,
      title: 'Saving was interrupted, and files in clear may be left',
      text: (names: string) =>
        `In ${names} there are shares, or PlaintextKeyMaterial.bin, that were never reported as complete. Open them with Rehearse a restore, or delete them.`,
    },
    {
      folders: away,
      title: 'Saving was interrupted, and its folder cannot be looked into',
      text: (names: string) =>
        `In ${names}, hidden temporary files with shares or key material in clear may be left. Connect the disk or the stick again, and come back to this page: they are then removed.`,
    },
  ];
  return words
    .filter(({ folders }) => folders.length > 0)
    .map(({ folders, title, text }) => ({ title, text: text(quotedList(folders)) }));
}

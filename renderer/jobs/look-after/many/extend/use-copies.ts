import { useEffect, useRef, useState } from 'react';
import type { AppError } from '../../../../../main/shared/errors';
import type { CopyOf, FolderMatchView } from '../../../../../main/shared/views/copy-match';
import { api } from '../../../../base/api';
import { answered, idle, shownOf, startWork, type Brought, type Work } from '../../../../base/work';
import type { CopyAtHand } from './extend-plan';

/** How opening a copy went. */
type Opened = { readonly of: readonly CopyOf[]; readonly passphrase: string } | { readonly error: AppError };

const nothing = { shared: '', own: new Map<string, string>() };

/**
 * The folder of copies, and the passphrases: one for all, and one of its own for each copy that this does not open. They
 * are kept until the keys are extended, or the page is left.
 *
 * @param keys handles of the open keys
 */
export function useCopies(keys: readonly string[]) {
  const [folder, setFolder] = useState<Work<FolderMatchView>>(idle);
  const [opened, setOpened] = useState<ReadonlyMap<string, Opened>>(new Map());
  const [typed, setTyped] = useState(nothing);
  const [opening, setOpening] = useState<{ readonly done: number; readonly all: number }>();
  const lastRequest = useRef(0);
  const isLeft = useRef(false);
  useEffect(() => {
    isLeft.current = false;
    return () => {
      isLeft.current = true;
    };
  }, []);

  const bring = async (files: Brought): Promise<void> => {
    if (keys.length === 0 || opening) return;
    const requestId = ++lastRequest.current;
    setFolder((before) => startWork(before, requestId));
    const result = await api.matchCopies({ keys: [...keys], files });
    setFolder((before) => answered(before, { requestId, result }));
    if (!result.ok || !result.value.picked) return;
    setOpened(new Map());
    setTyped(nothing);
  };

  const files = shownOf(folder)?.files ?? [];
  const copies = files.flatMap((file): readonly CopyAtHand[] => {
    if (file.is !== 'sealed-copy') return [];
    const how = opened.get(file.copy);
    const isOpened = how !== undefined && 'of' in how;
    return [{ ...file, ...(isOpened ? { of: how.of, mayBeOfOthers: false } : {}), isOpened }];
  });
  const unopened = copies.filter((copy) => !copy.isOpened && (copy.of.length > 0 || copy.mayBeOfOthers));

  const passphraseFor = ({ copy }: CopyAtHand): string => {
    const own = typed.own.get(copy) ?? '';
    return own === '' ? typed.shared : own;
  };

  /** One after another, as each takes a quarter of a gigabyte. */
  const open = async (): Promise<void> => {
    if (opening) return;
    const found = new Map(opened);
    for (const [done, copy] of unopened.entries()) {
      if (isLeft.current) return;
      setOpening({ done, all: unopened.length });
      const passphrase = passphraseFor(copy);
      const answer = await api.proveCopy({ copy: copy.copy, passphrase, keys: [...keys] });
      found.set(copy.copy, answer.ok ? { of: answer.value.of, passphrase } : { error: answer.error });
      setOpened(new Map(found));
    }
    setOpening(undefined);
  };

  return {
    folder,
    isBrought: shownOf(folder) !== undefined,
    copies,
    unopened,
    /** Why a copy did not open. */
    errorOf: ({ copy }: CopyAtHand): AppError | undefined => {
      const how = opened.get(copy);
      return how && 'error' in how ? how.error : undefined;
    },
    opening,
    typed,
    isTyped: unopened.every((copy) => passphraseFor(copy) !== ''),
    /** @param of the copy that it opens; absent for the one that opens all */
    type: (passphrase: string, of?: string): void =>
      setTyped(({ shared, own }) =>
        of === undefined ? { shared: passphrase, own } : { shared, own: new Map([...own, [of, passphrase]]) },
      ),
    bring: (brought: Brought) => void bring(brought),
    open: () => void open(),
    /** What opened each copy; nothing of it is kept here from then on. */
    handOver: (): ReadonlyMap<string, string> => {
      const passphrases = new Map(
        [...opened].flatMap(([copy, how]) => ('of' in how ? [[copy, how.passphrase] as const] : [])),
      );
      setOpened(new Map());
      setTyped(nothing);
      return passphrases;
    },
  };
}

export type Copies = ReturnType<typeof useCopies>;

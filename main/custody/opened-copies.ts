import type { CopyView } from '../shared/views/custody';

/** A copy that was opened, and had the right material. */
export interface OpenedCopy {
  readonly copy: CopyView;
  readonly at: Date;
}

/** What is known of the copies that were opened since the app was started; nothing of what they hold. */
export function createOpenedCopies(now: () => Date) {
  const all: OpenedCopy[] = [];
  return {
    /** The last of them last. */
    all: (): readonly OpenedCopy[] => all,
    note: (copy: CopyView): void => void all.push({ copy, at: now() }),
  };
}

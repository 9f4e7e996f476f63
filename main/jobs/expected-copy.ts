import { definedOnly } from '../shared/defined-only';
import type { Run } from './ceremony-run';

/** What work that goes on knows of the copy that its material is restored from, or is put into. */
export interface ExpectedCopy {
  /** Value of the tag by which the key of this work is found: a new copy names it. */
  readonly ceremony?: string;
  /** The same, where the material was made in this work: a copy that names another is of other material. */
  readonly mustName?: string;
  /** 16 hex digits. */
  readonly checkValue?: string;
}

/** Material that was restored before came from a copy of an earlier ceremony, which names that one. */
export function expectedCopyOf({ plan, custody, material, ...run }: Run): ExpectedCopy {
  const ceremony = plan?.ceremonyTag.value;
  const wasRestored = custody !== undefined && custody.kept !== 'none' && custody.restored;
  const held = material?.from === 'held' ? material.held.view.copy.checkValue : undefined;
  return definedOnly({
    ceremony,
    mustName: wasRestored ? undefined : ceremony,
    checkValue: run.sentCheckValue ?? run.copyCheckValue ?? run.ready?.checkValue ?? held,
  });
}

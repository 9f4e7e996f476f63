import type { ExpectedCopy } from '../custody/copy-purpose';
import { definedOnly } from '../shared/defined-only';
import type { ImportRun } from './run';

/** Material that was restored before came from a copy of an earlier ceremony, which names that one. */
export function expectedCopyOf(run: ImportRun): ExpectedCopy {
  const { sentCheckValue, ready } = run;
  switch (run.kind) {
    case 'create': {
      const { custody, material, copyCheckValue } = run;
      const ceremony = run.plan.ceremonyTag.value;
      const wasRestored = custody !== undefined && custody.kept !== 'none' && custody.restored;
      const held = material?.from === 'held' ? material.held.view.copy.checkValue : undefined;
      return definedOnly({
        ceremony,
        mustName: wasRestored ? undefined : ceremony,
        checkValue: sentCheckValue ?? copyCheckValue ?? ready?.checkValue ?? held,
      });
    }
    case 'reimport':
      return definedOnly({
        checkValue: sentCheckValue ?? run.copyCheckValue ?? ready?.checkValue ?? run.target?.checkValue,
      });
    case 'rotate':
      return definedOnly({ checkValue: sentCheckValue ?? run.copyCheckValue ?? ready?.checkValue });
    case 'finish':
      return definedOnly({ checkValue: sentCheckValue ?? ready?.checkValue });
  }
}

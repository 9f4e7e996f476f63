import type { KeyAct } from '../../../main/shared/views/acts';
import type { ManyWork } from './many/chosen-bar';
import type { HelpScreen } from '../../words/guide/help-pages';

interface Shown {
  readonly at: string;
  readonly what?: ManyWork;
  readonly again?: unknown;
  readonly act?: KeyAct;
  readonly allows?: true;
  readonly rotates?: true;
}

/** What F1 opens on each screen of this job. */
export function helpScreenOf({ at, what, again, act, allows, rotates }: Shown): HelpScreen {
  if (what !== undefined) return `many-${what}`;
  if (at !== 'key') return 'look-after';
  if (act !== undefined) return act.do;
  if (rotates) return 'rotate';
  if (allows) return 'add-receiver';
  return again === undefined ? 'one-key' : 'import-again';
}

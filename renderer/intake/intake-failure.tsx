import { Failure } from '../base/failure';
import type { Work } from '../base/work';
import { chrome } from '../words/shell/app';

/** Why files that were brought cannot be used. It takes the focus, so that it is in sight wherever the page stood. */
export function IntakeFailure({ work }: { readonly work: Work<unknown> }) {
  if (work.at !== 'failed') return null;
  return (
    <Failure
      error={work.error}
      takesFocus
      {...(work.kept === undefined ? {} : { verdict: chrome.earlierStays })}
    />
  );
}

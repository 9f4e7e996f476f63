import Button from '@cloudscape-design/components/button';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import type { ReactNode } from 'react';
import { Page } from '../../../base/page';
import { Announcement } from '../../../components/announcement';
import { manyPage } from '../../../words/look-after/many';
import type { Many } from './use-many';

export interface ManyRunningProps {
  readonly title: string;
  readonly isWide?: boolean;
  readonly many: Many;
  readonly onStop: () => void;
  /** The table of the keys. */
  readonly children: ReactNode;
}

/** How far the work with several keys is. */
export function ManyRunning({ title, isWide = false, many, onStop, children }: ManyRunningProps) {
  const { outcomes, isStopping } = many;
  const over = [...outcomes.values()].filter(({ at }) => at === 'done' || at === 'failed').length;
  const progress = manyPage.progress(over, outcomes.size);
  return (
    <Page title={title} isWide={isWide} description={manyPage.runningText}>
      <Announcement text={progress} />
      <ProgressBar value={(100 * over) / outcomes.size} label={title} additionalInfo={progress} />
      {children}
      <div>
        <Button disabled={isStopping} onClick={onStop}>
          {isStopping ? manyPage.stopping : manyPage.stop}
        </Button>
      </div>
    </Page>
  );
}

import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import { Page } from '../../base/page';
import { chrome } from '../../words/shell/app';
import { discardedText, unfinishedPage, type Discarded } from '../../words/resume-work/unfinished';

export interface DiscardedPageProps {
  readonly name: string;
  readonly discarded: Discarded;
  /** Of the key that the work leaves behind. */
  readonly keyArn?: string | undefined;
  readonly onLeave: () => void;
}

export function DiscardedPage({ name, discarded, keyArn, onLeave }: DiscardedPageProps) {
  return (
    <Page
      title={discarded.isForgotten ? unfinishedPage.discarded : unfinishedPage.notDiscarded}
      description={name}
    >
      <Alert type={discarded.isForgotten ? 'success' : 'warning'}>{discardedText(discarded, keyArn)}</Alert>
      <Button variant="primary" onClick={onLeave}>
        {chrome.backToHome}
      </Button>
    </Page>
  );
}

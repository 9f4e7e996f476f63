import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useHeadingFocus } from '../../base/use-screen';
import { chrome } from '../../words/shell/app';
import { discardedText, unfinishedPage, type Discarded } from '../../words/resume-work/unfinished';

export interface DiscardedPageProps {
  readonly name: string;
  readonly discarded: Discarded;
  readonly onLeave: () => void;
}

export function DiscardedPage({ name, discarded, onLeave }: DiscardedPageProps) {
  const screen = useHeadingFocus<HTMLDivElement>();
  return (
    <div ref={screen} className="page">
      <SpaceBetween size="l">
        <Header variant="h1" description={name}>
          {discarded.isForgotten ? unfinishedPage.discarded : unfinishedPage.notDiscarded}
        </Header>
        <Alert type={discarded.isForgotten ? 'success' : 'warning'}>{discardedText(discarded)}</Alert>
        <Button variant="primary" onClick={onLeave}>
          {chrome.backToHome}
        </Button>
      </SpaceBetween>
    </div>
  );
}

import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { CopyText } from '../../base/copy-text';
import { Facts } from '../../base/facts';
import { Page } from '../../base/page';
import { chrome } from '../../words/shell/app';
import { checkValueGroups } from '../../words/custody/copies';
import { rehearsalRows, rehearsalText, rehearsePage } from '../../words/rehearse-restore/rehearse';
import { namesOtherKey } from './selectors';
import type { Rehearsed } from './state';

export interface RehearsedPageProps {
  readonly state: Rehearsed;
  readonly onAnother: () => void;
  readonly onLeave: () => void;
}

/** The proof, and what to keep of it. */
export function RehearsedPage({ state, onAnother, onLeave }: RehearsedPageProps) {
  const { rehearsal, record } = state;
  const text = rehearsalText(rehearsal, record);
  return (
    <Page title={rehearsePage.done}>
      <Alert type="success" header={rehearsePage.doneTitle}>
        {rehearsePage.doneText}
      </Alert>
      {namesOtherKey(rehearsal, record) && (
        <Alert type="warning" header={rehearsePage.otherKeyTitle}>
          {rehearsePage.otherKeyText}
        </Alert>
      )}
      <Container header={<Header variant="h2">{rehearsePage.compared}</Header>}>
        <CheckValues checkValue={rehearsal.copy.checkValue} />
      </Container>
      <Container header={<Header variant="h2">{rehearsePage.facts}</Header>}>
        <Facts rows={rehearsalRows(rehearsal, record)} copyFiles={rehearsal.copy.files} />
      </Container>
      <Container
        header={
          <Header
            variant="h2"
            description={rehearsePage.note}
            actions={<CopyText label={rehearsePage.copyResult} text={text} variant="normal" />}
          >
            {rehearsePage.noteTitle}
          </Header>
        }
      >
        <pre className="text-block">{text}</pre>
      </Container>
      <SpaceBetween direction="horizontal" size="xs">
        <Button onClick={onAnother}>{rehearsePage.another}</Button>
        <Button variant="primary" onClick={onLeave}>
          {chrome.backToHome}
        </Button>
      </SpaceBetween>
    </Page>
  );
}

/** Main has compared them; one below the other, they can be compared by eye too. */
function CheckValues({ checkValue }: { readonly checkValue: string }) {
  const digits = checkValueGroups(checkValue);
  return (
    <dl className="check-values">
      {[rehearsePage.ofCopy, rehearsePage.ofRecord].map((label) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{digits}</dd>
        </div>
      ))}
    </dl>
  );
}

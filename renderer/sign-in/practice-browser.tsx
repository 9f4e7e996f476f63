import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { api } from '../base/api';
import { practiceSignInWords } from '../words/sign-in/practice-sign-in';

export interface PracticeBrowserProps {
  readonly userCode: string;
}

/** Stands in for the page of the access portal that a real sign-in opens in the browser. */
export function PracticeBrowser({ userCode }: PracticeBrowserProps) {
  const answer = (allows: boolean) => (): void => void api.answerPracticePortal({ userCode, allows });
  return (
    <Container header={<Header variant="h2">{practiceSignInWords.browserTitle}</Header>}>
      <SpaceBetween size="m">
        <Box>{practiceSignInWords.browserText}</Box>
        <p className="code-to-compare">{userCode}</p>
        <Box>{practiceSignInWords.question}</Box>
        <SpaceBetween direction="horizontal" size="xs">
          <Button onClick={answer(true)}>{practiceSignInWords.allow}</Button>
          <Button onClick={answer(false)}>{practiceSignInWords.deny}</Button>
        </SpaceBetween>
      </SpaceBetween>
    </Container>
  );
}

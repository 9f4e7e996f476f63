import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { PracticeSignInView } from '../../main/shared/views/aws';
import { CopyText } from '../base/copy-text';
import { practiceSignInWords } from '../words/sign-in/practice-sign-in';
import type { SignInWay } from './state';

export interface PracticePanelProps {
  readonly practice: PracticeSignInView;
  readonly way: SignInWay;
  readonly onSkip: () => void;
}

/** What a person needs for the way to sign in that they practise, and the way past it. */
export function PracticePanel({ practice, way, onSkip }: PracticePanelProps) {
  return (
    <Alert
      type="info"
      header={practiceSignInWords.title}
      action={<Button onClick={onSkip}>{practiceSignInWords.skip}</Button>}
    >
      <SpaceBetween size="s">
        <Box>{practiceSignInWords.text}</Box>
        <Hint practice={practice} way={way} />
      </SpaceBetween>
    </Alert>
  );
}

function Hint({ practice, way }: Omit<PracticePanelProps, 'onSkip'>) {
  const { startUrl, ssoRegion, mfaCode, block } = practice;
  switch (way) {
    case 'profile':
      return <Box>{practiceSignInWords.profile(mfaCode)}</Box>;
    case 'browser':
      return (
        <>
          <Box>{practiceSignInWords.browser(startUrl, ssoRegion)}</Box>
          <CopyText label={practiceSignInWords.copyStartUrl} text={startUrl} variant="inline-link" />
        </>
      );
    case 'pasted':
      return (
        <>
          <Box>{practiceSignInWords.pasted}</Box>
          <CopyText label={practiceSignInWords.copyBlock} text={block} variant="normal" />
        </>
      );
  }
}

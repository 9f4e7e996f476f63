import Box from '@cloudscape-design/components/box';
import Button, { type ButtonProps } from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useEffect, useRef } from 'react';
import { CopyText } from '../base/copy-text';
import { bothInstants } from '../words/shell/instants';
import { browserWords } from '../words/sign-in/sign-in';
import { PracticeBrowser } from './practice-browser';
import type { Attempt } from './state';

export interface BrowserWaitProps {
  readonly attempt: Extract<Attempt, { at: 'browser' }>;
  readonly isPractice: boolean;
  readonly onCancel: () => void;
}

/** Shown while the person answers in the browser. The code tells this sign-in from somebody else's. */
export function BrowserWait({ attempt, isPractice, onCancel }: BrowserWaitProps) {
  const cancel = useRef<ButtonProps.Ref>(null);
  useEffect(() => cancel.current?.focus(), []);
  return (
    <Container>
      <SpaceBetween size="m">
        <StatusIndicator type="loading">{browserWords.waiting}</StatusIndicator>
        <div>
          <Box variant="awsui-key-label">{browserWords.code}</Box>
          <p className="code-to-compare">{attempt.userCode}</p>
        </div>
        <Box>{browserWords.compare}</Box>
        {isPractice ? (
          <PracticeBrowser userCode={attempt.userCode} />
        ) : (
          <div>
            <Box variant="awsui-key-label">{browserWords.address}</Box>
            <pre className="text-block">{attempt.verificationUrl}</pre>
            <CopyText label={browserWords.copyAddress} text={attempt.verificationUrl} variant="inline-link" />
          </div>
        )}
        <Box color="text-body-secondary">{browserWords.until(bothInstants(new Date(attempt.expiresAt)))}</Box>
        <Button ref={cancel} onClick={onCancel}>
          {browserWords.cancel}
        </Button>
      </SpaceBetween>
    </Container>
  );
}

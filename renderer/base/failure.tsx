import { useState } from 'react';
import type { AppError } from '../../main/shared/errors';
import { api } from './api';
import { useAppView } from './app-view';
import { CopyText } from './copy-text';
import { CopyButton } from '../components/copy-button';
import { FailureAlert } from '../components/failure-alert';
import { chrome } from '../words/shell/app';
import { errorWords, technicalDetails } from '../words/errors';

export interface FailureProps {
  readonly error: AppError;
  readonly takesFocus: boolean;
  /** Whether trying again is safe, where that is not obvious. */
  readonly verdict?: string;
}

/** An expected failure, in words, in the place where it can be put right. */
export function Failure({ error, takesFocus, verdict }: FailureProps) {
  // The time of the failure, not of whatever is drawn later.
  const [at] = useState(() => new Date());
  const words = errorWords(error, at);
  const statement = error.facts?.['statement'];
  const details = technicalDetails(error, at, useAppView());
  return (
    <FailureAlert
      {...words}
      verdict={verdict}
      takesFocus={takesFocus}
      copyStatement={
        typeof statement === 'string' && (
          <CopyText label={chrome.copyStatement} text={statement} variant="normal" />
        )
      }
      detailsTitle={chrome.technicalDetails}
      details={details}
      copyDetails={
        <CopyButton
          label={chrome.copyDetails}
          copiedText={chrome.copied}
          notCopiedText={chrome.notCopied}
          variant="inline-link"
          onCopy={async () => (await api.copyText({ text: details })).ok}
        />
      }
    />
  );
}

import Box from '@cloudscape-design/components/box';
import Button, { type ButtonProps } from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import { api } from '../base/api';
import { custodyWords } from '../words/custody/custody';

export interface SaveRowProps {
  readonly label: string;
  readonly isBusy: boolean;
  readonly busyText: string;
  /** What is still to be done; empty until the person tries to go on. */
  readonly errorText: string;
  readonly buttonRef: RefObject<ButtonProps.Ref | null>;
  readonly onClick: () => void;
  /** Further buttons. */
  readonly children?: ReactNode;
}

/** The button that makes or opens a copy, what it is doing, and a way to cancel it. */
export function SaveRow({ label, isBusy, busyText, errorText, buttonRef, onClick, children }: SaveRowProps) {
  useFocusWhenCancelled(isBusy, buttonRef);
  return (
    <div>
      <SpaceBetween direction="horizontal" size="xs">
        <Button ref={buttonRef} loading={isBusy} onClick={onClick}>
          {label}
        </Button>
        {children}
        {isBusy && <Button onClick={() => void api.cancelCopy({})}>{custodyWords.cancel}</Button>}
      </SpaceBetween>
      <div role="status">
        {isBusy && (
          <Box margin={{ top: 'xs' }}>
            <StatusIndicator type="loading">{busyText}</StatusIndicator>
          </Box>
        )}
      </div>
      <div role="alert">
        {errorText && !isBusy && (
          <Box margin={{ top: 'xs' }}>
            <StatusIndicator type="error">{errorText}</StatusIndicator>
          </Box>
        )}
      </div>
    </div>
  );
}

/** The Cancel button disappears together with the focus that it has. */
function useFocusWhenCancelled(isBusy: boolean, target: RefObject<ButtonProps.Ref | null>): void {
  const wasBusy = useRef(false);
  useEffect(() => {
    if (wasBusy.current && !isBusy && document.activeElement === document.body) target.current?.focus();
    wasBusy.current = isBusy;
  }, [isBusy, target]);
}

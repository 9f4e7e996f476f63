import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useId, type ReactNode } from 'react';

export interface DropZoneProps {
  readonly text: string;
  readonly hint?: string;
  /** Shown instead of the text while files are dragged over the window. */
  readonly releaseText: string;
  readonly isDragging: boolean;
  /** Shown instead of the text while work is under way; empty when none is. */
  readonly busyText: string;
  /** What is missing; empty when nothing is. */
  readonly errorText: string;
  /** One line instead of a large area. */
  readonly isCompact: boolean;
  /** Buttons that do the same as a drop. */
  readonly children: ReactNode;
}

export function DropZone(props: DropZoneProps) {
  const textId = useId();
  const { isDragging, isCompact, busyText, errorText } = props;
  return (
    <div>
      {isDragging && <div className="drop-frame" aria-hidden="true" />}
      <div
        role="group"
        aria-labelledby={textId}
        className={`drop-zone${isCompact ? ' drop-zone-compact' : ''}${isDragging ? ' drop-zone-dragging' : ''}`}
      >
        <div className="drop-zone-text">
          <div id={textId}>
            <Box variant="span" fontWeight="bold" fontSize={isCompact ? 'body-m' : 'heading-s'}>
              {busyText ? (
                <StatusIndicator type="loading">{busyText}</StatusIndicator>
              ) : isDragging ? (
                props.releaseText
              ) : (
                props.text
              )}
            </Box>
          </div>
          {props.hint !== undefined && !isCompact && (
            <Box color="text-body-secondary" margin={{ top: 'xxs' }}>
              {props.hint}
            </Box>
          )}
        </div>
        <SpaceBetween direction="horizontal" size="xs">
          {props.children}
        </SpaceBetween>
      </div>
      <div role="alert">
        {errorText && (
          <Box margin={{ top: 'xs' }}>
            <StatusIndicator type="error">{errorText}</StatusIndicator>
          </Box>
        )}
      </div>
    </div>
  );
}

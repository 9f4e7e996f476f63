import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useEffect, useState } from 'react';

const shownMs = 5000;

export interface CopyButtonProps {
  readonly label: string;
  readonly copiedText: string;
  readonly notCopiedText: string;
  /** An icon button shows no label, but has it as its accessible name. */
  readonly variant: 'normal' | 'primary' | 'inline-link' | 'inline-icon';
  /** Resolves to whether the text is on the clipboard. */
  readonly onCopy: () => Promise<boolean>;
}

/** Says beside itself, and to screen readers, whether the copy succeeded. */
export function CopyButton({ label, copiedText, notCopiedText, variant, onCopy }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<'copied' | 'failed'>();
  useEffect(() => {
    if (outcome === undefined) return;
    const timer = setTimeout(() => setOutcome(undefined), shownMs);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async (): Promise<void> => setOutcome((await onCopy()) ? 'copied' : 'failed');
  return (
    <SpaceBetween direction="horizontal" size="xs" alignItems="center">
      <Button
        iconName="copy"
        variant={variant}
        {...(variant === 'inline-icon' ? { ariaLabel: label } : {})}
        onClick={() => void copy()}
      >
        {variant === 'inline-icon' ? undefined : label}
      </Button>
      <div role="status">
        {outcome === 'copied' && <StatusIndicator type="success">{copiedText}</StatusIndicator>}
        {outcome === 'failed' && <StatusIndicator type="error">{notCopiedText}</StatusIndicator>}
      </div>
    </SpaceBetween>
  );
}

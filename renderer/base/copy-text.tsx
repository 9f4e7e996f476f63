import { api } from './api';
import { CopyButton, type CopyButtonProps } from '../components/copy-button';
import { chrome } from '../words/shell/app';

export interface CopyTextProps {
  readonly label: string;
  readonly text: string;
  readonly variant: CopyButtonProps['variant'];
  readonly onCopied?: (() => void) | undefined;
}

/** Puts a text on the clipboard, and says so. */
export function CopyText({ label, text, variant, onCopied }: CopyTextProps) {
  return (
    <CopyButton
      label={label}
      copiedText={chrome.copied}
      notCopiedText={chrome.notCopied}
      variant={variant}
      onCopy={async () => {
        const copied = await api.copyText({ text });
        if (copied.ok) onCopied?.();
        return copied.ok;
      }}
    />
  );
}

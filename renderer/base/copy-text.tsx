import { api } from './api';
import { CopyButton, type CopyButtonProps } from '../components/copy-button';
import { chrome } from '../words/shell/app';

export interface CopyTextProps {
  readonly label: string;
  readonly text: string;
  readonly variant: CopyButtonProps['variant'];
}

/** Puts a text on the clipboard, and says so. */
export function CopyText({ label, text, variant }: CopyTextProps) {
  return (
    <CopyButton
      label={label}
      copiedText={chrome.copied}
      notCopiedText={chrome.notCopied}
      variant={variant}
      onCopy={async () => (await api.copyText({ text })).ok}
    />
  );
}

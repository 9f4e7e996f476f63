import { chrome } from '../words/shell/app';
import { CopyText } from './copy-text';

export interface FactValueProps {
  readonly label: string;
  readonly value: string;
}

/** An ARN, a key ID or a digest: nobody types it, and whoever compares it wants all of it. */
const identifier =
  /^(?:arn:\S+|mrk-[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{16,128})$/;

/** The value of a fact; what is copied rather than read has a button that copies it. */
export function FactValue({ label, value }: FactValueProps) {
  if (!identifier.test(value)) return <span className="fact">{value}</span>;
  return (
    <div className="fact-with-copy">
      <span className="fact">{value}</span>
      <CopyText label={chrome.copyNamed(label)} text={value} variant="inline-icon" />
    </div>
  );
}

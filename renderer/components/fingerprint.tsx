import Box from '@cloudscape-design/components/box';
import type { ReactNode } from 'react';

/** Hexadecimal in groups of four, to be compared by eye or aloud. */
function Groups({ hex }: { readonly hex: string }) {
  return (hex.match(/.{1,4}/g) ?? []).map((group, index) => <span key={`${index} ${group}`}>{group} </span>);
}

export interface FingerprintProps {
  readonly hexTitle: string;
  readonly hex: string;
  readonly wordsTitle: string;
  readonly words: readonly string[];
  /** A button that copies the digits. */
  readonly copy: ReactNode;
}

/** Hexadecimal in groups of four, and numbered words: made to be compared, by eye or aloud. */
export function Fingerprint({ hexTitle, hex, wordsTitle, words, copy }: FingerprintProps) {
  return (
    <div className="fingerprint">
      <div>
        <Box variant="awsui-key-label">{hexTitle}</Box>
        <p className="fingerprint-hex">
          <Groups hex={hex} />
        </p>
        {copy}
      </div>
      <div>
        <Box variant="awsui-key-label">{wordsTitle}</Box>
        <ol className="fingerprint-words">
          {words.map((word, index) => (
            <li key={`${index} ${word}`}>{word}</li>
          ))}
        </ol>
      </div>
    </div>
  );
}

/** The 64 digits of a head hash, in 16 groups. */
export function HeadHash({ head }: { readonly head: string }) {
  return (
    <p className="fingerprint-hex head-hash">
      <Groups hex={head} />
    </p>
  );
}

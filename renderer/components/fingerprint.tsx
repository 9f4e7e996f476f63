import Box from '@cloudscape-design/components/box';

const digitsInGroup = 4;

function groupsOf(hex: string): readonly string[] {
  return hex.match(new RegExp(`.{1,${digitsInGroup}}`, 'g')) ?? [];
}

export interface FingerprintProps {
  readonly hexTitle: string;
  readonly hex: string;
  readonly wordsTitle: string;
  readonly words: readonly string[];
}

/** Hexadecimal in groups of four, and numbered words: made to be compared, by eye or aloud. */
export function Fingerprint({ hexTitle, hex, wordsTitle, words }: FingerprintProps) {
  return (
    <div className="fingerprint">
      <div>
        <Box variant="awsui-key-label">{hexTitle}</Box>
        <p className="fingerprint-hex">
          {groupsOf(hex).map((group, index) => (
            <span key={`${index} ${group}`}>{group} </span>
          ))}
        </p>
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

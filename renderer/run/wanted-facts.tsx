import Box from '@cloudscape-design/components/box';
import { useState } from 'react';
import type { ReceiverWantsView, WantedFactView } from '../../main/shared/views/receiver-wants';
import { CopyText } from '../base/copy-text';
import {
  copyWanted,
  isTold,
  requiredFacts,
  wantNames,
  wantedNote,
  wantsWords,
} from '../words/run/receiver-wants';

export interface WantedFactsProps {
  readonly wants: ReceiverWantsView;
  /** Whether they are the next thing to do. */
  readonly isNext: boolean;
  /** All that have to be given were copied. */
  readonly onAllCopied: () => void;
}

/** What the receiver wants to be told, in its order; each can be copied by itself. */
export function WantedFacts({ wants, isNext, onAllCopied }: WantedFactsProps) {
  const [copied, setCopied] = useState<readonly string[]>([]);
  const required = requiredFacts(wants);
  const next = required.find((fact) => !isTold(fact, copied));
  const copy = ({ value }: WantedFactView): void => {
    const now = [...copied, value];
    setCopied(now);
    if (required.every((fact) => isTold(fact, now))) onAllCopied();
  };
  return (
    <>
      <dl className="wanted-facts">
        {wants.facts.map((fact) => (
          <div key={fact.want}>
            <dt>
              <Box variant="awsui-key-label">{wantNames[fact.want]}</Box>
            </dt>
            <dd>
              <span className="wanted-value">{fact.value}</span>
              <Note fact={fact} />
            </dd>
            <dd>
              <CopyText
                label={copyWanted(fact.want)}
                text={fact.value}
                variant={
                  isNext && fact === next ? 'primary' : needsCopying(fact, wants) ? 'normal' : 'inline-link'
                }
                onCopied={() => copy(fact)}
              />
            </dd>
          </div>
        ))}
      </dl>
      {wants.where !== undefined && (
        <Box color="text-body-secondary">
          {wantsWords.where}: {wants.where}
        </Box>
      )}
    </>
  );
}

/** Whether no other fact says it as well. */
const needsCopying = (fact: WantedFactView, { facts }: ReceiverWantsView): boolean =>
  !fact.isOptional &&
  !isTold(
    fact,
    facts.filter((other) => other !== fact).map(({ value }) => value),
  );

function Note({ fact }: { readonly fact: WantedFactView }) {
  const note = wantedNote(fact);
  return note === undefined ? null : (
    <Box color="text-body-secondary" fontSize="body-s">
      {note}
    </Box>
  );
}

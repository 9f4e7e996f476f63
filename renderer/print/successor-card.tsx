import type { PrintedDocument } from '../../main/shared/printed-document';
import type { CustodySection } from '../../main/shared/views/record';
import { bothInstants } from '../words/shell/instants';
import {
  appSteps,
  copyFacts,
  fileTable,
  handLines,
  keyFacts,
  plainSteps,
  successorCard,
} from '../words/printed/successor-card';
import { DataTable } from './data-table';
import { FactList } from './fact-list';
import { Paper, Section } from './paper';

type Card = Extract<PrintedDocument, { kind: 'successor-card' }>;

/** How to import the same key material one day. If there is no copy, that is said before anything else. */
export function SuccessorCard({ card }: { readonly card: Card }) {
  const { custody, mode } = card;
  return (
    <Paper
      title={successorCard.title}
      audience={successorCard.audience}
      isPractice={mode === 'practice'}
      made={bothInstants(new Date(card.madeAt))}
      madeBy={card.madeBy}
      lead={successorCard.lead}
    >
      {custody.kept === 'none' && (
        <div className="warning">
          <p className="strong">{successorCard.noCopyTitle}</p>
          <p>{successorCard.noCopyText}</p>
        </div>
      )}
      {custody.kept === 'elsewhere' && (
        <div className="warning">
          <p className="strong">{successorCard.elsewhereTitle}</p>
          <p>{successorCard.elsewhereText}</p>
        </div>
      )}
      <Section title={successorCard.key}>
        <FactList facts={keyFacts(card)} />
      </Section>
      {'files' in custody && <Copy custody={custody} material={card.material} />}
      <Section title={successorCard.never} isWhole>
        <ul>
          {successorCard.neverRules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </Section>
    </Paper>
  );
}

interface CopyProps {
  readonly custody: Extract<CustodySection, { readonly files: unknown }>;
  readonly material: Card['material'];
}

function Copy({ custody, material }: CopyProps) {
  return (
    <>
      <Section title={successorCard.copy}>
        <FactList facts={copyFacts(custody)} />
        <DataTable {...fileTable(custody)} />
        <div className="by-hand" role="group" aria-label={successorCard.byHand}>
          {handLines(custody).map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      </Section>
      <Section title={successorCard.withApp} isWhole>
        <ol>
          {appSteps(custody).map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Section>
      <Section title={successorCard.withoutApp} isWhole>
        <ol>
          {plainSteps(custody, material).map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Section>
    </>
  );
}

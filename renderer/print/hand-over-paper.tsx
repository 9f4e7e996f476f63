import type { PrintedDocument } from '../../main/shared/printed-document';
import { receiverOf } from '../words/run/hand-over';
import { bothInstants } from '../words/shell/instants';
import { accessFacts, compactJson, handOverPaper, keyFacts } from '../words/printed/hand-over-paper';
import { FactList } from './fact-list';
import { Paper, Section } from './paper';

type HandOver = Extract<PrintedDocument, { kind: 'hand-over' }>;

/** What the receiver needs, on one page as long as nothing in it is out of the ordinary. */
export function HandOverPaper({ handOver, contact, madeAt, madeBy }: HandOver) {
  const { mode, keyArn, accountId, receiverStatement, cloudTrailEvents } = handOver;
  const receiver = receiverOf(handOver);
  const access = accessFacts(handOver);
  return (
    <Paper
      title={handOverPaper.title(receiver)}
      audience={handOverPaper.audience(receiver)}
      isPractice={mode === 'practice'}
      made={bothInstants(new Date(madeAt))}
      madeBy={madeBy}
      lead={handOverPaper.lead}
    >
      <div className="arn">
        <p className="arn-label">{handOverPaper.arn}</p>
        <p className="code">{keyArn}</p>
      </div>
      <Section title={handOverPaper.key}>
        <FactList facts={keyFacts(handOver)} />
      </Section>
      {access.length > 0 && (
        <Section title={handOverPaper.access}>
          <FactList facts={access} />
        </Section>
      )}
      {receiverStatement !== undefined && (
        <Section title={handOverPaper.steps(receiver)}>
          <p>{handOverPaper.stepsText}</p>
          <pre>{compactJson(receiverStatement)}</pre>
        </Section>
      )}
      <Section title={handOverPaper.events} isWhole>
        <p>
          {handOverPaper.eventsText(accountId)} <span className="code">{cloudTrailEvents.join(', ')}</span>
        </p>
      </Section>
      <Section title={handOverPaper.contact} isWhole>
        <p className="strong">{contact ?? handOverPaper.noContact}</p>
        <p>{handOverPaper.contactText}</p>
      </Section>
    </Paper>
  );
}

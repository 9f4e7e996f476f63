import type { PrintedDocument } from '../../main/shared/printed-document';
import { receiverOf } from '../words/run/hand-over';
import { wantsWords } from '../words/run/receiver-wants';
import { bothInstants } from '../words/shell/instants';
import {
  accessFacts,
  compactJson,
  firstFact,
  handOverPaper,
  keyFacts,
} from '../words/printed/hand-over-paper';
import { FactList } from './fact-list';
import { Paper, Section } from './paper';

type HandOver = Extract<PrintedDocument, { kind: 'hand-over' }>;

/** What the receiver needs, on one page as long as nothing in it is out of the ordinary. */
export function HandOverPaper({ handOver, contact, madeAt, madeBy }: HandOver) {
  const { mode, wants, receiverStatement } = handOver;
  const receiver = receiverOf(handOver);
  const access = accessFacts(handOver);
  const first = firstFact(handOver);
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
        <p className="arn-label">{first.label}</p>
        <p className="code">{first.value}</p>
      </div>
      <Section title={handOverPaper.key}>
        <FactList facts={keyFacts(handOver)} />
      </Section>
      {access.length > 0 && (
        <Section title={handOverPaper.access}>
          <FactList facts={access} />
        </Section>
      )}
      {wants.steps.length + wants.aftercare.length > 0 && (
        <Section title={handOverPaper.next}>
          <ul>
            {[...wants.steps, ...wants.aftercare].map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Section>
      )}
      {wants.role && (
        <Section title={handOverPaper.role(receiver)}>
          <p className="code">{wants.role.arn}</p>
          <p>{wantsWords.role.trustText(wants.role)}</p>
          <pre>{compactJson(wants.role.trustPolicy)}</pre>
          {wants.role.permissionsPolicy && (
            <>
              <p>{wantsWords.role.permissionsText}</p>
              <pre>{compactJson(wants.role.permissionsPolicy)}</pre>
            </>
          )}
        </Section>
      )}
      {receiverStatement !== undefined && (
        <Section title={handOverPaper.steps(receiver)}>
          <p>{handOverPaper.stepsText}</p>
          <pre>{compactJson(receiverStatement)}</pre>
        </Section>
      )}
      <Section title={handOverPaper.contact} isWhole>
        <p className="strong">{contact ?? handOverPaper.noContact}</p>
        <p>{handOverPaper.contactText}</p>
      </Section>
    </Paper>
  );
}

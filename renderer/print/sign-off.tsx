import type { CeremonyRecordView, PersonView } from '../../main/shared/views/record';
import { headGroups, recordPaper } from '../words/printed/record-paper';
import { Section } from './paper';
import { QrCode } from '../components/qr-code';

export interface SignOffProps {
  readonly record: CeremonyRecordView;
  readonly fileName: string;
}

/** The lines to sign are next to the hash that is signed, on one page. */
export function SignOff({ record, fileName }: SignOffProps) {
  const { head, people } = record;
  return (
    <Section title={recordPaper.signOff} isWhole>
      <p>{recordPaper.signOffText(fileName)}</p>
      <div className="head-hash">
        <div>
          <p className="arn-label">{recordPaper.headHash}</p>
          <p className="code head-digits">{headGroups(head)}</p>
          <p className="note">{recordPaper.qrText}</p>
        </div>
        <QrCode text={head} label={recordPaper.qr} />
      </div>
      <Signature role={recordPaper.operator} person={people.operator} />
      {people.witness === 'none' ? (
        <p className="no-witness">{recordPaper.noWitnessLine}</p>
      ) : (
        <Signature role={recordPaper.witness} person={people.witness} />
      )}
    </Section>
  );
}

function Signature({ role, person }: { readonly role: string; readonly person: PersonView }) {
  return (
    <div className="signature">
      <p>
        <span className="strong">{person.name}</span>
        <span className="note">{person.role === undefined ? role : `${role}, ${person.role}`}</span>
      </p>
      <p className="pen">{recordPaper.date}</p>
      <p className="pen">{recordPaper.signature}</p>
    </div>
  );
}

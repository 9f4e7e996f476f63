import type { PrintedDocument } from '../../main/shared/printed-document';
import type { CeremonyRecordView } from '../../main/shared/views/record';
import { recordedText } from '../words/printed/recorded';
import { exceptionTable } from '../words/printed/recorded-exceptions';
import {
  ceremonyFacts,
  changedFacts,
  custodyFacts,
  erasureFacts,
  keyFacts,
  grantFacts,
  materialFacts,
  noCustodyText,
  organisationFacts,
  peopleFacts,
  policyFacts,
  receiverFacts,
  recordPaper,
  statementFacts,
} from '../words/printed/record-paper';
import { callTable, custodianTable, recordFileTable, stepTable } from '../words/printed/record-tables';
import type { Fact, PrintedTable } from '../words/printed/fact';
import { DataTable } from './data-table';
import { FactList } from './fact-list';
import { Paper, Section } from './paper';
import { SignOff } from './sign-off';

/** Each section of the record, in the order in which an auditor asks. */
export function RecordPaper({ record, fileName, madeBy }: Extract<PrintedDocument, { kind: 'record' }>) {
  const { policy, receiver, steps, calls, files, exceptions, ceremony } = record;
  return (
    <Paper
      title={recordPaper.title}
      audience={recordPaper.audience}
      isPractice={ceremony.mode === 'practice'}
      made={recordedText(record.closedAt)}
      madeBy={madeBy}
      lead={recordPaper.lead}
    >
      <Facts title={recordPaper.ceremony} facts={ceremonyFacts(record)} />
      <Facts title={recordPaper.people} facts={peopleFacts(record)} />
      <Facts title={recordPaper.key} facts={keyFacts(record)} />
      <Facts title={recordPaper.material} facts={materialFacts(record)} />
      <Custody custody={record.custody} />
      <Facts title={recordPaper.receiver} facts={receiver === 'none' ? 'none' : receiverFacts(record)} />
      <Section title={recordPaper.policy}>
        {policy === 'none' ? (
          <p>{recordPaper.none}</p>
        ) : (
          <>
            <FactList facts={policyFacts(record)} />
            {policy.statements.map((statement) => (
              <div key={statement.sid} className="statement">
                <FactList facts={statementFacts(statement)} />
              </div>
            ))}
          </>
        )}
      </Section>
      {record.changes && (
        <Facts
          title={recordPaper.changed}
          facts={record.changes === 'none' ? 'none' : changedFacts(record)}
        />
      )}
      {record.grant && <Facts title={recordPaper.grant} facts={grantFacts(record)} />}
      <Table title={recordPaper.steps} table={stepTable(steps)} />
      <Table title={recordPaper.calls} table={calls === 'none' ? 'none' : callTable(calls)} />
      <Table title={recordPaper.files} table={files === 'none' ? 'none' : recordFileTable(files)} />
      <Facts title={recordPaper.erasure} facts={erasureFacts(record)} />
      <Table
        title={recordPaper.exceptions}
        table={exceptions === 'none' ? 'none' : exceptionTable(exceptions)}
      />
      {record.organisation && <Facts title={recordPaper.organisation} facts={organisationFacts(record)} />}
      <SignOff record={record} fileName={fileName} />
    </Paper>
  );
}

function Facts({ title, facts }: { readonly title: string; readonly facts: readonly Fact[] | 'none' }) {
  return (
    <Section title={title}>
      {facts === 'none' ? <p>{recordPaper.none}</p> : <FactList facts={facts} />}
    </Section>
  );
}

function Table({ title, table }: { readonly title: string; readonly table: PrintedTable | 'none' }) {
  return (
    <Section title={title}>{table === 'none' ? <p>{recordPaper.none}</p> : <DataTable {...table} />}</Section>
  );
}

function Custody({ custody }: Pick<CeremonyRecordView, 'custody'>) {
  if (custody === 'none' || !('files' in custody)) {
    return (
      <Section title={recordPaper.custody}>
        <p>{noCustodyText(custody)}</p>
      </Section>
    );
  }
  const custodians = custody.shares?.custodians ?? [];
  return (
    <Section title={recordPaper.custody}>
      <FactList facts={custodyFacts(custody)} />
      {custodians.length > 0 && <DataTable {...custodianTable(custodians)} />}
      <DataTable {...recordFileTable(custody.files)} />
    </Section>
  );
}

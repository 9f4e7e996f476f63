import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { CeremonyRecordView, RecordFileView } from '../../../main/shared/views/record';
import { checkRecordPage } from '../../words/check-record/check-record';
import type { Fact } from '../../words/printed/fact';
import {
  ceremonyFacts,
  changedFacts,
  custodyFacts,
  erasureFacts,
  keyFacts,
  materialFacts,
  grantFacts,
  noCustodyText,
  organisationFacts,
  peopleFacts,
  receiverFacts,
  recordPaper,
} from '../../words/printed/record-paper';
import { exceptionText } from '../../words/printed/recorded-exceptions';
import { FactValue } from '../../base/fact-value';

/** What a whole record says, in the words of its paper. */
export function RecordSections({ file }: { readonly file: RecordFileView }) {
  const { record, fileName } = file;
  return (
    <SpaceBetween size="l">
      <Section
        title={recordPaper.people}
        facts={[...peopleFacts(record), { label: checkRecordPage.file, value: fileName }]}
      />
      <Section title={recordPaper.key} facts={keyFacts(record)} />
      <Exceptions exceptions={record.exceptions} />
      <Section title={recordPaper.material} facts={materialFacts(record)} />
      <Custody custody={record.custody} />
      {record.changes && record.changes !== 'none' && (
        <Section title={recordPaper.changed} facts={changedFacts(record)} />
      )}
      {record.grant && <Section title={recordPaper.grant} facts={grantFacts(record)} />}
      {record.receiver !== 'none' && <Section title={recordPaper.receiver} facts={receiverFacts(record)} />}
      <Section title={recordPaper.erasure} facts={erasureFacts(record)} />
      {record.organisation && <Section title={recordPaper.organisation} facts={organisationFacts(record)} />}
      <Section title={recordPaper.ceremony} facts={ceremonyFacts(record)} />
    </SpaceBetween>
  );
}

function Section({ title, facts }: { readonly title: string; readonly facts: readonly Fact[] }) {
  return (
    <Container header={<Header variant="h2">{title}</Header>}>
      <KeyValuePairs
        columns={2}
        items={facts.map(({ label, value }) => ({ label, value: <FactValue label={label} value={value} /> }))}
      />
    </Container>
  );
}

function Custody({ custody }: Pick<CeremonyRecordView, 'custody'>) {
  if (custody !== 'none' && 'files' in custody) {
    const files = custody.files.map(({ name }) => name).join('\n');
    const custodians = custody.shares?.custodians.join(', ') ?? '';
    const facts = [
      ...custodyFacts(custody),
      ...(custodians === '' ? [] : [{ label: checkRecordPage.custodians, value: custodians }]),
      { label: checkRecordPage.copyFiles, value: files },
    ];
    return <Section title={recordPaper.custody} facts={facts} />;
  }
  return (
    <Container header={<Header variant="h2">{recordPaper.custody}</Header>}>
      <Box>{noCustodyText(custody)}</Box>
    </Container>
  );
}

function Exceptions({ exceptions }: Pick<CeremonyRecordView, 'exceptions'>) {
  return (
    <Container header={<Header variant="h2">{recordPaper.exceptions}</Header>}>
      {exceptions === 'none' ? (
        <Box>{recordPaper.none}</Box>
      ) : (
        <ul className="plain-list">
          {exceptions.map((exception) => (
            <li key={exceptionText(exception)}>{exceptionText(exception)}</li>
          ))}
        </ul>
      )}
    </Container>
  );
}

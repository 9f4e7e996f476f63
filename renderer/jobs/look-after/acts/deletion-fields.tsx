import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ActPlanView, KeyAct } from '../../../../main/shared/views/acts';
import type { DeletionPlan } from '../../../../main/shared/views/acts-stop';
import { copyLine, deletionPage, replicasOf } from '../../../words/look-after/acts-stop';
import { materialName } from '../../../words/look-after/copy-of-material';
import { lastUseWords } from '../../../words/look-after/one-key';

type Scheduling = Extract<KeyAct, { do: 'schedule-deletion' }>;

export interface DeletionFieldsProps {
  readonly act: Scheduling;
  readonly plan: ActPlanView;
  readonly onChange: (act: Scheduling) => void;
}

const dayOptions = Array.from({ length: 24 }, (_, at) => ({ value: String(7 + at), label: String(7 + at) }));

/** When the key was last used, who loses it, what is deleted, and how long there is to change one's mind. */
export function DeletionFields({ act, plan, onChange }: DeletionFieldsProps) {
  const { deletion } = plan;
  if (deletion === undefined) return null;
  const { disableFirst, leftOver } = deletion;
  const replicas = replicasOf(plan);
  return (
    <SpaceBetween size="l">
      {leftOver !== undefined && (
        <Alert type={leftOver === 'yes' ? 'info' : 'warning'}>{deletionPage.leftOver[leftOver]}</Alert>
      )}
      {replicas.length > 0 && (
        <Alert type="warning" header={deletionPage.replicasTitle}>
          {deletionPage.replicas(replicas)}
        </Alert>
      )}
      {disableFirst && (
        <Alert type="warning" header={deletionPage.disableTitle}>
          {deletionPage.disableText}
        </Alert>
      )}
      <Container header={<Header variant="h2">{deletionPage.lastUse}</Header>}>
        <LastUse now={deletion.now} />
      </Container>
      <Container header={<Header variant="h2">{deletionPage.diesTitle}</Header>}>
        <SpaceBetween size="m">
          <Box>
            {deletionPage.dies}{' '}
            {deletion.now.row.keySpec === 'SYMMETRIC_DEFAULT'
              ? deletionPage.diesSymmetric
              : deletionPage.diesOther}
          </Box>
          <Losers now={deletion.now} />
          <Copies now={deletion.now} />
        </SpaceBetween>
      </Container>
      <FormField label={deletionPage.days} description={deletionPage.daysText}>
        <div className="short-field">
          <Select
            selectedOption={{ value: String(act.days), label: String(act.days) }}
            options={dayOptions}
            onChange={({ detail }) => onChange({ ...act, days: Number(detail.selectedOption.value) })}
          />
        </div>
      </FormField>
    </SpaceBetween>
  );
}

type Now = DeletionPlan['now'];

function LastUse({ now: { lastUse } }: { readonly now: Now }) {
  if (!lastUse.read) return deletionPage.lastUseUnread;
  return lastUseWords(lastUse.value).map((text, at) => (
    <p key={text} className={at === 0 ? 'flat' : 'flat quiet'}>
      {text}
    </p>
  ));
}

function Losers({ now: { row, grants } }: { readonly now: Now }) {
  return (
    <div>
      <Box variant="h3">{deletionPage.whoTitle}</Box>
      <p className="flat">
        {row.receiversUnread ? deletionPage.whoUnread : deletionPage.who(row.receivers ?? [])}
      </p>
      <p className="flat">
        {grants.read
          ? grants.value.length > 0 && deletionPage.grants(grants.value.length)
          : deletionPage.grantsUnread}
      </p>
    </div>
  );
}

function Copies({ now: { materials } }: { readonly now: Now }) {
  const known = materials?.read === true ? materials.value : [];
  const isKnown = materials?.read === true;
  return (
    <div>
      <Box variant="h3">{deletionPage.copiesTitle}</Box>
      {known.length === 0 && (
        <p className="flat">{isKnown ? deletionPage.copiesNone : deletionPage.copiesUnknown}</p>
      )}
      {known.map((material) => (
        <p key={material.id} className="flat breakable">
          {`${materialName(material)}. ${copyLine(material)}`}
        </p>
      ))}
    </div>
  );
}

import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Checkbox from '@cloudscape-design/components/checkbox';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { RevocableGrant, RevokePlanView } from '../../../../main/shared/views/revoke';
import { principalWords } from '../../../words/create-and-import/policy';
import { revokePage } from '../../../words/look-after/acts-revoke';
import { grantWords } from '../../../words/look-after/one-key';

export interface RevokeGrantsProps {
  readonly grants: RevokePlanView['grants'];
  readonly ticked: readonly string[];
  readonly onChange: (ticked: readonly string[]) => void;
}

/** The grants of the account, each with its box; those of AWS services apart. */
export function RevokeGrants({ grants, ticked, onChange }: RevokeGrantsProps) {
  if (!grants.read) {
    return (
      <Alert type="warning" header={revokePage.unreadTitle}>
        {revokePage.unreadText}
      </Alert>
    );
  }
  const [own, services] = [false, true].map((isOfService) =>
    grants.value.filter((grant) => grant.isOfService === isOfService),
  );
  const tick = (id: string, isTicked: boolean): void =>
    onChange([...ticked.filter((other) => other !== id), ...(isTicked ? [id] : [])]);
  return (
    <Container
      header={
        <Header variant="h2" description={own?.length ? revokePage.grantsText : ''}>
          {revokePage.grantsTitle}
        </Header>
      }
    >
      <SpaceBetween size="l">
        {own?.length ? (
          <Boxes grants={own} ticked={ticked} label={revokePage.own} onTick={tick} />
        ) : (
          <Box>{revokePage.noGrants}</Box>
        )}
        {services?.length ? (
          <SpaceBetween size="s">
            <Box variant="h3">{revokePage.services}</Box>
            <Box>{revokePage.servicesText}</Box>
            <Boxes grants={services} ticked={ticked} label={revokePage.services} onTick={tick} />
          </SpaceBetween>
        ) : null}
      </SpaceBetween>
    </Container>
  );
}

/** As on the page of the key. Nobody here is a receiver by name, and none of them is the person. */
const inWords = (principal: string): string =>
  principalWords(principal, { receiver: { name: '', accountId: '' }, callerArn: '' });

interface BoxesProps {
  readonly grants: readonly RevocableGrant[];
  readonly ticked: readonly string[];
  readonly label: string;
  readonly onTick: (id: string, isTicked: boolean) => void;
}

function Boxes({ grants, ticked, label, onTick }: BoxesProps) {
  return (
    <div role="group" aria-label={label}>
      <SpaceBetween size="s">
        {grants.map(({ grantId, grantee, operations, name, issuingAccount, createdAt }) => (
          <Checkbox
            key={grantId}
            checked={ticked.includes(grantId)}
            description={[
              name === undefined ? '' : grantWords.named(name),
              issuingAccount === undefined ? '' : grantWords.madeBy(issuingAccount),
              createdAt === undefined ? '' : grantWords.madeAt(createdAt),
            ]
              .filter(Boolean)
              .join(' ')}
            onChange={({ detail }) => onTick(grantId, detail.checked)}
          >
            <span className="breakable">{grantWords.sentence(grantee && inWords(grantee), operations)}</span>
          </Checkbox>
        ))}
      </SpaceBetween>
    </div>
  );
}

import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { isOfService } from '../../../main/shared/service-principal';
import type { GrantView, KeyView } from '../../../main/shared/views/keys';
import { CopyText } from '../../base/copy-text';
import { grantWords, keyPage, lastUseWords, usersPanel } from '../../words/look-after/one-key';
import { revokePage } from '../../words/look-after/acts-revoke';
import { principalWords } from '../../words/create-and-import/policy';
import { PolicySentences } from '../create-and-import/policy-panel';
import { blocksChanges } from './materials';
import { receiversOf } from './receivers-of';
import { Unread } from './unread';

export interface UsersPanelProps {
  readonly view: KeyView;
  /** Who is signed in, as a key policy names it. */
  readonly principalArn: string;
  readonly onRevoke: (accountId: string) => void;
  readonly onAllow: () => void;
}

/** Everybody who may use the key, by its policy and by grants, and when it was used last. */
export function UsersPanel({ view, principalArn, onRevoke, onAllow }: UsersPanelProps) {
  const { policy, grants, lastUse, row } = view;
  return (
    <Container
      header={
        <Header variant="h2" actions={<Button onClick={onAllow}>{revokePage.allow}</Button>}>
          {usersPanel.title}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <div>
          <Box variant="h3">{usersPanel.receivers}</Box>
          {row.receivers && <p className="flat">{usersPanel.receiversText(row.receivers)}</p>}
          <Receivers accounts={receiversOf(view)} named={row.receivers ?? []} onRevoke={onRevoke} />
        </div>
        <div>
          <Box variant="h3">{usersPanel.policy}</Box>
          {policy.read ? (
            <Policy policy={policy.value} principalArn={principalArn} />
          ) : (
            <Unread what={usersPanel.policyUnread} error={policy.error} />
          )}
        </div>
        <div>
          <Box variant="h3">{usersPanel.grants}</Box>
          <p className="flat quiet">{usersPanel.grantsText}</p>
          {grants.read ? (
            <Grants grants={grants.value} principalArn={principalArn} />
          ) : (
            <Unread what={usersPanel.grantsUnread} error={grants.error} />
          )}
        </div>
        <div>
          <Box variant="h3">{usersPanel.lastUse}</Box>
          {lastUse.read ? (
            lastUseWords(lastUse.value).map((text, at) => (
              <p key={text} className={at === 0 ? 'flat' : 'flat quiet'}>
                {text}
              </p>
            ))
          ) : (
            <Unread what={usersPanel.lastUseUnread} error={lastUse.error} />
          )}
        </div>
      </SpaceBetween>
    </Container>
  );
}

interface ReceiversProps {
  readonly accounts: readonly string[];
  /** Those among them that the policy names. */
  readonly named: readonly string[];
  readonly onRevoke: (accountId: string) => void;
}

/** Each account that the policy or a grant lets in, by itself. */
function Receivers({ accounts, named, onRevoke }: ReceiversProps) {
  if (accounts.length === 0) return null;
  return (
    <ul className="receivers">
      {accounts.map((account) => (
        <li key={account}>
          <Button onClick={() => onRevoke(account)}>{revokePage.button(account)}</Button>
          <span>{named.includes(account) ? revokePage.inPolicy : revokePage.byGrants}</span>
        </li>
      ))}
    </ul>
  );
}

interface PolicyProps {
  readonly policy: Extract<KeyView['policy'], { readonly read: true }>['value'];
  readonly principalArn: string;
}

/** Nobody is a receiver by name here: AWS knows accounts. */
const noReceiver = { name: '', accountId: '' };

function Policy({ policy: { json, statements }, principalArn }: PolicyProps) {
  return (
    <SpaceBetween size="s">
      <PolicySentences statements={statements} receiver={noReceiver} callerArn={principalArn} />
      {blocksChanges(json) && <Alert type="warning">{usersPanel.blocking}</Alert>}
      <ExpandableSection headerText={keyPage.showJson}>
        <pre className="text-block">{json}</pre>
        <CopyText label={keyPage.copyJson} text={json} variant="inline-link" />
      </ExpandableSection>
    </SpaceBetween>
  );
}

interface GrantsProps {
  readonly grants: readonly GrantView[];
  readonly principalArn: string;
}

function Grants({ grants, principalArn }: GrantsProps) {
  const inWords = (arn: string): string =>
    principalWords(arn, { receiver: noReceiver, callerArn: principalArn });
  if (grants.length === 0) return <p className="flat">{usersPanel.noGrants}</p>;
  return (
    <ul className="grants">
      {grants.map((grant) => (
        <li key={grant.grantId}>
          <div className="breakable">
            {grantWords.sentence(grant.grantee && inWords(grant.grantee), grant.operations)}
          </div>
          <div className="cell-more breakable">
            {[
              grant.name === undefined ? '' : grantWords.named(grant.name),
              grant.issuingAccount === undefined ? '' : grantWords.madeBy(grant.issuingAccount),
              grant.createdAt === undefined ? '' : grantWords.madeAt(grant.createdAt),
              grant.retiring === undefined ? '' : grantWords.retiring(inWords(grant.retiring)),
              grant.isConstrained ? grantWords.constrained : '',
            ]
              .filter(Boolean)
              .join(' ')}
          </div>
          {isOfService(grant) && <StatusIndicator type="info">{grantWords.ofService}</StatusIndicator>}
        </li>
      ))}
    </ul>
  );
}

import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { PermissionAnswer, PreflightView } from '../../main/shared/views/aws';
import { CopyText } from '../base/copy-text';
import { Failure } from '../base/failure';
import { settledOf, type Work } from '../base/work';
import { accessWords, permissionAnswer } from '../words/sign-in/sign-in';
import { accessFor, deniedActions } from './selectors';

export interface AccessProps {
  readonly access: Work<PreflightView>;
  /** The permissions that the job needs; undefined for all that are checked. */
  readonly actions: readonly string[] | undefined;
  readonly onCheck: () => void;
}

const indicators: Record<PermissionAnswer, StatusIndicatorProps.Type> = {
  allowed: 'success',
  denied: 'error',
  unknown: 'info',
};

/** Each permission that the job needs, with AWS's answer, before anything is changed. */
export function Access({ access, actions, onCheck }: AccessProps) {
  const settled = settledOf(access);
  const view = settled.at === 'ready' ? accessFor(settled.view, actions) : undefined;
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={accessWords.advisory}
          actions={
            <Button iconName="refresh" loading={access.at === 'working'} onClick={onCheck}>
              {accessWords.check}
            </Button>
          }
        >
          {accessWords.title}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <div role="status">
          {access.at === 'working' ? (
            <StatusIndicator type="loading">{accessWords.checking}</StatusIndicator>
          ) : (
            view && <Outcome view={view} />
          )}
        </div>
        {settled.at === 'failed' && <Failure error={settled.error} takesFocus={false} />}
        {view && (
          <SpaceBetween size="m">
            <Permissions view={view} />
            {view.missingStatement !== undefined && <MissingStatement text={view.missingStatement} />}
          </SpaceBetween>
        )}
      </SpaceBetween>
    </Container>
  );
}

function Outcome({ view }: { readonly view: PreflightView }) {
  const denied = deniedActions(view).length;
  if (denied > 0) return <Alert type="warning">{accessWords.someDenied(denied)}</Alert>;
  if (view.rows.some(({ answer }) => answer !== 'allowed')) return <Box>{accessWords.someUnknown}</Box>;
  return <StatusIndicator type="success">{accessWords.allAllowed}</StatusIndicator>;
}

function Permissions({ view }: { readonly view: PreflightView }) {
  return (
    <ul className="permissions">
      {view.rows.map(({ action, answer, optional }) => (
        <li key={action}>
          <StatusIndicator type={optional && answer === 'denied' ? 'warning' : indicators[answer]}>
            {permissionAnswer(answer)}
          </StatusIndicator>
          <span>
            <code>{action}</code>
            {optional && answer !== 'allowed' && (
              <span className="permissions-note"> {accessWords.optional}</span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

function MissingStatement({ text }: { readonly text: string }) {
  return (
    <div>
      <Box variant="h3" fontSize="heading-xs">
        {accessWords.statementTitle}
      </Box>
      <pre className="text-block">{text}</pre>
      <CopyText label={accessWords.copyStatement} text={text} variant="normal" />
    </div>
  );
}

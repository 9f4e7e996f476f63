import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useState } from 'react';
import type { Expiry } from '../../../../../main/shared/views/aws';
import type { KeyRow } from '../../../../../main/shared/views/keys';
import { Page } from '../../../../base/page';
import type { ExpiryFields as Fields } from '../../../../intake/expiry';
import { ExpiryFields } from '../../../../intake/expiry-fields';
import { manyPage } from '../../../../words/look-after/many';
import { extendPage, extendReview } from '../../../../words/look-after/many-extend';
import { PracticeCopies } from '../../import-again/practice-copy';
import { ExtendCopies } from './extend-copies';
import type { MaterialToExtend } from './extend-plan';
import { ExtendTable } from './extend-table';
import type { Copies } from './use-copies';

export interface ExtendFormProps {
  readonly rows: readonly KeyRow[];
  readonly plan: readonly MaterialToExtend[];
  readonly isReading: boolean;
  readonly isPractice: boolean;
  readonly copies: Copies;
  readonly fields: Fields;
  /** Undefined while no date is chosen that AWS accepts. */
  readonly expiry: Expiry | undefined;
  readonly onExpiry: (fields: Fields) => void;
  readonly onStart: () => void;
  readonly onBack: () => void;
}

/** The new expiration, the copies, and what would become of each key, before anything is changed. */
export function ExtendForm({ rows, plan, isReading, copies, fields, expiry, ...props }: ExtendFormProps) {
  const [askedTooEarly, setAskedTooEarly] = useState(0);
  const ready = plan.filter(({ why }) => why === undefined);
  const canStart = ready.length > 0 && copies.opening === undefined;
  const start = (): void => (expiry === undefined ? setAskedTooEarly(askedTooEarly + 1) : props.onStart());
  return (
    <Page title={extendPage.title(rows.length)} isWide description={extendPage.lead}>
      <Container header={<Header variant="h2">{extendPage.expiryTitle}</Header>}>
        <ExpiryFields
          expiry={fields}
          isMissing={expiry === undefined}
          askedTooEarly={askedTooEarly}
          onChange={props.onExpiry}
        />
      </Container>
      {props.isPractice && <PracticeCopies arns={rows.map(({ arn }) => arn)} />}
      <ExtendCopies copies={copies} isReading={isReading} isNext={!canStart} />
      {isReading && (
        <StatusIndicator type="loading">{extendPage.reading(plan.length, rows.length)}</StatusIndicator>
      )}
      <ExtendTable plan={plan} expiry={expiry} outcomes={new Map()} onOpen={undefined} />
      <Container header={<Header variant="h2">{manyPage.reviewTitle}</Header>}>
        <Box>{extendReview(ready.length, plan.length, expiry)}</Box>
        {ready.length > 0 && <Box variant="p">{extendPage.each}</Box>}
      </Container>
      <SpaceBetween direction="horizontal" size="xs">
        <Button variant="link" onClick={props.onBack}>
          {manyPage.back}
        </Button>
        <Button variant={canStart ? 'primary' : 'normal'} disabled={!canStart} onClick={start}>
          {extendPage.start(ready.length)}
        </Button>
      </SpaceBetween>
    </Page>
  );
}

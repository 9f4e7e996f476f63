import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useState } from 'react';
import { HeadHash } from '../../components/fingerprint';
import { Term } from '../../components/term';
import { checkRecordPage } from '../../words/check-record/check-record';
import { compareHead, type HeadComparison } from './compare-head';

/** The head hash, and a field that compares it with the one on the signed paper. */
export function HeadOnPaper({ head }: { readonly head: string }) {
  const [typed, setTyped] = useState('');
  const compared = compareHead(typed, head);
  return (
    <Container
      header={
        <Header variant="h2" info={<Term name="headHash" />}>
          {checkRecordPage.headTitle}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <HeadHash head={head} />
        <FormField
          label={
            <>
              {checkRecordPage.headOnPaper}
              <i>{checkRecordPage.headOptional}</i>
            </>
          }
          description={checkRecordPage.headOnPaperText}
          errorText={faultOf(compared)}
          stretch
        >
          <Input
            value={typed}
            autoComplete={false}
            spellcheck={false}
            onChange={({ detail }) => setTyped(detail.value)}
          />
        </FormField>
        <div role="status">
          {compared.is === 'same' && (
            <StatusIndicator type="success">{checkRecordPage.headSame}</StatusIndicator>
          )}
          {compared.is === 'same-so-far' && (
            <Box color="text-body-secondary">{checkRecordPage.headSoFar(compared.digits)}</Box>
          )}
        </div>
      </SpaceBetween>
    </Container>
  );
}

function faultOf(compared: HeadComparison): string {
  if (compared.is === 'not-hex') return checkRecordPage.headNotHex;
  return compared.is === 'other' ? checkRecordPage.headDiffers(compared.group) : '';
}

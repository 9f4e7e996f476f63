import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type SubmitEvent } from 'react';
import { CopyText } from '../../base/copy-text';
import { mayNotList } from '../../words/look-after/list';

export interface MayNotListProps {
  /** IAM policy to send to the person who manages permissions. */
  readonly statement: string | undefined;
  readonly onOpen: (arn: string) => void;
}

const keyArn = /^arn:[\w-]+:kms:[a-z0-9-]+:\d{12}:key\/[\w-]+$/;

/** Nobody may list here: what to ask for, and the way to a key whose ARN is known. */
export function MayNotList({ statement, onOpen }: MayNotListProps) {
  const [arn, setArn] = useState('');
  const [isWrong, setWrong] = useState(false);
  const open = (event: SubmitEvent): void => {
    event.preventDefault();
    const isArn = keyArn.test(arn.trim());
    setWrong(!isArn);
    if (isArn) onOpen(arn.trim());
  };
  return (
    <Container>
      <SpaceBetween size="m">
        <Alert type="warning" header={mayNotList.title}>
          {mayNotList.text}
        </Alert>
        <form onSubmit={open}>
          <SpaceBetween size="s">
            <FormField
              stretch
              label={mayNotList.arn}
              description={mayNotList.arnText}
              errorText={isWrong ? mayNotList.arnWrong : ''}
            >
              <Input value={arn} spellcheck={false} onChange={({ detail }) => setArn(detail.value)} />
            </FormField>
            <Button variant="primary" formAction="submit">
              {mayNotList.open}
            </Button>
          </SpaceBetween>
        </form>
        {statement !== undefined && (
          <div>
            <Box variant="h3">{mayNotList.statement}</Box>
            <Permissions statement={statement} />
          </div>
        )}
      </SpaceBetween>
    </Container>
  );
}

/** The IAM policy for what is missing, to be sent to the person who manages permissions. */
export function Permissions({ statement }: { readonly statement: string }) {
  return (
    <>
      <pre className="text-block">{statement}</pre>
      <CopyText label={mayNotList.copy} text={statement} variant="normal" />
    </>
  );
}

import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input, { type InputProps } from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect, useRef, useState } from 'react';
import { limits } from '../../main/shared/limits';
import { handOverPage } from '../words/run/hand-over';
import { SaveStatus } from './save-status';
import { useSavePdf } from './use-save-pdf';

export interface SummaryPdfProps {
  readonly run: string;
  readonly onCancel: () => void;
  readonly onSaved: () => void;
}

/** Asks for the one thing in the printed summary that no program knows, and saves it. */
export function SummaryPdf({ run, onCancel, onSaved }: SummaryPdfProps) {
  const [contact, setContact] = useState('');
  const { isPreparing, answer, save } = useSavePdf(onSaved);
  const field = useRef<InputProps.Ref>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <Container header={<Header variant="h2">{handOverPage.pdfTitle}</Header>}>
      <SpaceBetween size="m">
        <FormField label={handOverPage.contact} description={handOverPage.contactText} stretch>
          <Input
            ref={field}
            value={contact}
            onChange={({ detail }) => setContact(detail.value.slice(0, limits.maxContactChars))}
          />
        </FormField>
        <SpaceBetween direction="horizontal" size="xs" alignItems="center">
          <Button
            variant="primary"
            disabled={isPreparing}
            onClick={() => void save({ of: run, document: 'hand-over', contact })}
          >
            {handOverPage.savePdfNow}
          </Button>
          <Button disabled={isPreparing} onClick={onCancel}>
            {handOverPage.cancelPdf}
          </Button>
          <SaveStatus answer={answer} isPreparing={isPreparing} />
        </SpaceBetween>
      </SpaceBetween>
    </Container>
  );
}

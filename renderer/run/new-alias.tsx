import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { useState } from 'react';
import { ceremonyRunPage, nextLabel } from '../words/run/run';
import { keyWords } from '../words/create-and-import/key';

export interface NewAliasProps {
  readonly taken: string;
  readonly onChosen: (alias: string) => void;
}

export function NewAlias({ taken, onChosen }: NewAliasProps) {
  const [alias, setAlias] = useState(`${taken}-2`);
  const isTaken = alias.trim() === '' || alias.trim() === taken;
  return (
    <FormField
      label={ceremonyRunPage.newAlias}
      description={`${ceremonyRunPage.newAliasText} ${keyWords.aliasText}`}
      errorText={isTaken ? keyWords.aliasTaken(taken) : ''}
      secondaryControl={
        <Button variant="primary" disabled={isTaken} onClick={() => onChosen(alias.trim())}>
          {nextLabel('change-alias')}
        </Button>
      }
    >
      <Input value={alias} spellcheck={false} onChange={({ detail }) => setAlias(detail.value)} />
    </FormField>
  );
}

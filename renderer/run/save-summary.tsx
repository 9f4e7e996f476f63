import ButtonDropdown, { type ButtonDropdownProps } from '@cloudscape-design/components/button-dropdown';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type RefObject } from 'react';
import type { ResultOf } from '../../main/shared/contract';
import { api } from '../base/api';
import { handOverPage } from '../words/run/hand-over';
import { SaveStatus } from './save-status';

export interface SaveSummaryProps {
  readonly run: string;
  readonly text: string;
  /** Whether it is the next thing to do. */
  readonly isNext: boolean;
  /** Where the focus goes back to. */
  readonly menu: RefObject<ButtonDropdownProps.Ref | null>;
  /** The PDF asks something first. */
  readonly onPdf: () => void;
  readonly onSaved: () => void;
}

export function SaveSummary({ run, text, isNext, menu, onPdf, onSaved }: SaveSummaryProps) {
  const [answer, setAnswer] = useState<ResultOf<'saveSummary'>>();
  const save = async (format: 'text' | 'json'): Promise<void> => {
    const saved = await api.saveSummary({ run, format, text });
    setAnswer(saved);
    if (saved.ok && saved.value.picked) onSaved();
  };
  const choose = (id: string): void => {
    if (id === 'pdf') onPdf();
    else void save(id === 'json' ? 'json' : 'text');
  };
  return (
    <SpaceBetween size="xs">
      <ButtonDropdown
        ref={menu}
        variant={isNext ? 'primary' : 'normal'}
        items={[
          { id: 'pdf', text: handOverPage.savePdf },
          { id: 'text', text: handOverPage.saveText },
          { id: 'json', text: handOverPage.saveJson },
        ]}
        onItemClick={({ detail }) => choose(detail.id)}
      >
        {handOverPage.saveSummary}
      </ButtonDropdown>
      <SaveStatus answer={answer} />
    </SpaceBetween>
  );
}

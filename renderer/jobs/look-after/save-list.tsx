import Button from '@cloudscape-design/components/button';
import { useState } from 'react';
import type { ResultOf } from '../../../main/shared/contract';
import { api } from '../../base/api';
import { SaveStatus } from '../../run/save-status';
import { keysPage } from '../../words/look-after/list';

/** Main writes the file from what it read. */
export function SaveList({ list }: { readonly list: string }) {
  const [answer, setAnswer] = useState<ResultOf<'saveKeyList'>>();
  const save = async (): Promise<void> => {
    const saved = await api.saveKeyList({ list });
    if (!saved.ok || saved.value.picked) setAnswer(saved);
  };
  return (
    <div className="save-list">
      <Button iconName="download" onClick={() => void save()}>
        {keysPage.saveCsv}
      </Button>
      <span className="quiet">{keysPage.csvText}</span>
      <SaveStatus answer={answer} />
    </div>
  );
}

import Button from '@cloudscape-design/components/button';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useEffect, useState } from 'react';
import type { ResultOf } from '../../main/shared/contract';
import { api } from '../base/api';
import { SaveStatus } from '../run/save-status';
import { errorWords } from '../words/errors';
import { supportReport } from '../words/guide/guide';

/** All of the report, and then the button that saves it. */
export function SupportReport() {
  const [made, setMade] = useState<ResultOf<'composeReport'>>();
  const [answer, setAnswer] = useState<ResultOf<'saveReport'>>();
  useEffect(() => {
    let isShown = true;
    void api.composeReport({}).then((report) => {
      if (isShown) setMade(report);
    });
    return () => {
      isShown = false;
    };
  }, []);
  if (made === undefined) return <StatusIndicator type="loading">{supportReport.reading}</StatusIndicator>;
  if (!made.ok)
    return <StatusIndicator type="error">{errorWords(made.error, new Date()).title}</StatusIndicator>;
  const { report, text } = made.value;
  const save = async (): Promise<void> => {
    const saved = await api.saveReport({ report });
    if (!saved.ok || saved.value.picked) setAnswer(saved);
  };
  return (
    <>
      <p>{supportReport.lead}</p>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard scrolls it */}
      <pre className="text-block guide-report" role="region" aria-label={supportReport.text} tabIndex={0}>
        {text}
      </pre>
      <Button onClick={() => void save()}>{supportReport.save}</Button>
      <SaveStatus answer={answer} />
    </>
  );
}

import { useState } from 'react';
import { useQuestion } from '../base/use-question';
import { recordNotSaved } from '../words/run/ceremony-record';

/** Leaves the last page of a job, and asks once before that while its record is not saved. */
export function useLeaveFinished(needsNoRecord: boolean) {
  const [isSaved, setIsSaved] = useState(needsNoRecord);
  const [leave, question] = useQuestion(!isSaved, recordNotSaved);
  return { leave, question, recordSaved: () => setIsSaved(true) };
}

import type { CeremonyRecordView, FileSection, StepSection } from '../../../main/shared/views/record';
import { wrapStages, type WrapStage } from '../../../main/shared/progress';
import { stepText, tookText } from '../run/run';
import { progressText } from '../wrap-offline/run';
import type { PrintedTable } from './fact';
import { recordPaper } from './record-paper';
import { recordedText } from './recorded';

type List<T> = Exclude<T, 'none'>;

const isStage = (step: StepSection['step']): step is WrapStage =>
  (wrapStages as readonly string[]).includes(step) && step !== 'self-test' && step !== 'wrap';

/** What was done, in the words of the running list. */
function stepName({ step, state }: StepSection): string {
  if (!isStage(step)) return stepText({ step, state });
  return progressText(step, state === 'done' ? 'done' : 'failed');
}

export function stepTable(steps: readonly StepSection[]): PrintedTable {
  return {
    label: recordPaper.steps,
    columns: [
      { name: 'What' },
      { name: 'State', width: 'narrow' },
      { name: 'Ended', width: 'instant' },
      { name: 'Took', width: 'outcome' },
    ],
    rows: steps.map((step) => [
      stepName(step),
      step.state,
      step.endedAt === undefined ? recordPaper.notNoted : recordedText(step.endedAt),
      step.tookMs === undefined ? recordPaper.notNoted : tookText(step.tookMs),
    ]),
  };
}

export function callTable(calls: List<CeremonyRecordView['calls']>): PrintedTable {
  return {
    label: recordPaper.calls,
    columns: [
      { name: 'Event name', isCode: true },
      { name: 'Outcome', width: 'outcome' },
      { name: 'Ended', width: 'instant' },
      { name: 'Request ID', width: 'request', isCode: true },
    ],
    rows: calls.map(({ operation, outcome, times, endedAt, requestId }) => [
      operation,
      times === 1 ? outcome : `${outcome} ×${times}`,
      recordedText(endedAt),
      requestId ?? recordPaper.none,
    ]),
  };
}

export function recordFileTable(files: readonly FileSection[]): PrintedTable {
  return {
    label: recordPaper.files,
    columns: [
      { name: 'File' },
      { name: 'Bytes', width: 'narrow' },
      { name: 'SHA-256', width: 'digest', isCode: true },
    ],
    rows: files.map(({ name, bytes, sha256 }) => [
      name,
      String(bytes),
      sha256 ?? 'none: the digest of clear key material would help a guesser',
    ]),
  };
}

export function custodianTable(custodians: readonly string[]): PrintedTable {
  return {
    label: 'Custodians',
    columns: [{ name: 'No.', width: 'narrow' }, { name: 'Custodian' }],
    rows: custodians.map((name, index) => [String(index + 1), name]),
  };
}

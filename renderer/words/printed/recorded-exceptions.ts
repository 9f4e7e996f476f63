import { newKeyConfirmation } from '../../../main/shared/views/custody';
import type { RecordedException } from '../../../main/shared/views/record';
import { notComparedConfirmation } from '../../../main/shared/transfer-code';
import { stepText } from '../run/run';
import type { PrintedTable } from './fact';
import { recordPaper } from './record-paper';
import { recordedText } from './recorded';

const stepName = (step: Extract<RecordedException, { readonly step: unknown }>['step']): string =>
  `“${stepText({ step, state: 'waiting' })}”`;

/** What happened, for a reader years later who does not know this app. */
export function exceptionText(exception: RecordedException): string {
  switch (exception.kind) {
    case 'no-copy':
      return `No copy of the key material was kept; somebody confirmed that by typing “${exception.typed}”.`;
    case 'confirmed':
      return `Somebody confirmed by typing “${exception.typed}” that they meant it.`;
    case 'sha-1':
      return `The wrapping algorithm ${exception.wrappingAlgorithm} uses SHA-1; somebody agreed to it.`;
    case 'clear-export':
      return `The key material was also saved in clear, as “${exception.fileName}”.`;
    case 'foreign-endpoint':
      return `${exception.service} was reached at ${exception.host}, which is not an address of AWS; somebody agreed to it.`;
    case 'chosen-authority':
      return `Besides the usual certificate authorities, one that somebody chose was trusted on the way to AWS: the SHA-256 of its certificate is ${exception.sha256}.`;
    case 'proxy':
      return `Requests to AWS went through the proxy ${exception.host}.`;
    case 'parameters-renewed':
      return 'Import parameters had expired: fresh ones were fetched, and the key material was wrapped once more.';
    case 'unusual-statement':
      return `The receiver's statement has “${exception.word}”, which few receivers need; somebody confirmed that the receiver needs it.`;
    case 'looked-up':
      return `No answer came at ${stepName(exception.step)}; AWS was asked what had become of it.`;
    case 'resumed':
      return exception.code === 'app-ended'
        ? `The app ended at ${stepName(exception.step)}; the ceremony was resumed there.`
        : `The ceremony paused at ${stepName(exception.step)} (${exception.code}) and was resumed there.`;
    case 'restored-material':
      return 'The key material was restored from a copy that existed before.';
    case 'key-chosen':
      return 'More than one key carried the tag of this ceremony; somebody chose the one that this record is about.';
    case 'other-material':
      return 'While the ceremony paused, other key material was chosen.';
    case 'restored-for-new-key':
      return `The key material was restored from a copy that was made before this key; somebody confirmed the new key by typing “${newKeyConfirmation}”.`;
    case 'not-checked':
      return `Not checked: ${stepName(exception.step)} was not allowed, or does not exist for this key.`;
    case 'check-value-unknown':
      return 'The check value of the key material is not known.';
    case 'transfer-code-not-compared':
      return `The wrapped key material came without a transfer code, so nothing shows that the offline computer made it; somebody confirmed that by typing “${notComparedConfirmation}”.`;
    case 'check-value-not-compared':
      return 'The copy was restored without its check value, so nothing shows that it is of the right key material; somebody said that the check value is not known.';
    case 'begun-by-earlier-version':
      return 'An earlier version of Keyferry began this ceremony, and noted less.';
  }
}

export function exceptionTable(exceptions: readonly RecordedException[]): PrintedTable {
  return {
    label: recordPaper.exceptions,
    columns: [{ name: 'What' }, { name: 'Times', width: 'narrow' }, { name: 'When', width: 'instant' }],
    rows: exceptions.map((exception) => [
      exceptionText(exception),
      String(exception.times),
      exception.at === undefined ? recordPaper.notNoted : recordedText(exception.at),
    ]),
  };
}

import type { SavedView } from '../../../main/shared/views/saved';
import { copyLabels, custodyRows, fileLines } from '../custody/copies';
import { bothInstants } from '../shell/instants';
import { practice } from '../shell/practice';
import { materialKindName } from '../custody/material';
import { parametersLabels } from './parameters';
import { rowLines } from '../shell/rows';
import { consoleSteps, refusedRequestsLine } from './saved';

const sourceNames: Record<SavedView['source'], string> = {
  generated: 'generated on this computer',
  file: 'own file',
  restored: 'restored from a copy',
};

function instant(iso: string | undefined, timeZone?: string): string | undefined {
  return iso === undefined ? undefined : bothInstants(new Date(iso), timeZone);
}

/** The outcome of the job as plain text for a record. Nothing in it is secret. */
export function summaryText(saved: SavedView, timeZone?: string): string {
  const { parameters, material, custody } = saved;
  const isPractice = parameters.practice === true;
  return [
    ...(isPractice ? [practice.summaryLine, ''] : []),
    'Key material wrapped for AWS KMS',
    '',
    ...rowLines([
      [parametersLabels.keyId, parameters.keyId ?? 'not stated in the files'],
      [parametersLabels.keyArn, parameters.keyArn],
      [parametersLabels.account, parameters.accountId],
      [parametersLabels.region, parameters.region],
      [parametersLabels.wrappingKey, parameters.wrappingKeySpec],
      ['Wrapping key fingerprint (SHA-256)', parameters.fingerprint.hex],
      [parametersLabels.wrappingAlgorithm, saved.wrappingAlgorithm],
      ['Import by', instant(parameters.validTo, timeZone) ?? 'within 24 hours of the download'],
      ['Key material', `${materialKindName(material)}, ${material.lengthBytes} bytes`],
      ['Source', sourceNames[saved.source]],
      [copyLabels.checkValue, saved.checkValue],
      ...custodyRows(custody, timeZone),
      ['Unprotected copy saved', saved.plaintextExported ? 'yes' : 'no'],
      ['Saved', instant(saved.savedAt, timeZone)],
      ['Network', refusedRequestsLine(saved.refusedRequests)],
    ]),
    '',
    `Files in “${saved.folderName}”`,
    ...fileLines(saved.files),
    ...(custody.kept === 'none' ? [] : ['', copyLabels.files, ...fileLines(custody.files)]),
    ...(isPractice
      ? []
      : [
          '',
          'In the AWS console',
          ...consoleSteps(saved, timeZone).map((step, index) => `${index + 1}. ${step}`),
        ]),
    '',
  ].join('\n');
}

import type { SavedView } from '../../main/shared/views';
import { bothInstants } from './instants';
import { materialKindName } from './material';
import { parametersLabels } from './parameters';
import { consoleSteps, refusedRequestsLine } from './saved';

type Row = readonly [label: string, value: string | undefined];

function rows(all: readonly Row[]): readonly string[] {
  return all.flatMap(([label, value]) => (value === undefined ? [] : [`${label}: ${value}`]));
}

function instant(iso: string | undefined, timeZone?: string): string | undefined {
  return iso === undefined ? undefined : bothInstants(new Date(iso), timeZone);
}

/** The outcome of the job as plain text for a record. Nothing in it is secret. */
export function summaryText(saved: SavedView, timeZone?: string): string {
  const { parameters, material } = saved;
  const files = saved.files.map(
    ({ name, bytes, sha256 }) =>
      `- ${name}, ${bytes} bytes${sha256 === undefined ? '' : `, SHA-256 ${sha256}`}`,
  );
  return [
    'Key material wrapped for AWS KMS',
    '',
    ...rows([
      [parametersLabels.keyId, parameters.keyId ?? 'not stated in the files'],
      [parametersLabels.keyArn, parameters.keyArn],
      [parametersLabels.account, parameters.accountId],
      [parametersLabels.region, parameters.region],
      [parametersLabels.wrappingKey, parameters.wrappingKeySpec],
      ['Wrapping key fingerprint (SHA-256)', parameters.fingerprint.hex],
      [parametersLabels.wrappingAlgorithm, saved.wrappingAlgorithm],
      ['Import by', instant(parameters.validTo, timeZone) ?? 'within 24 hours of the download'],
      ['Key material', `${materialKindName(material)}, ${material.lengthBytes} bytes`],
      ['Source', saved.source === 'generated' ? 'generated on this computer' : 'own file'],
      ['Check value', saved.checkValue],
      ['Unprotected copy saved', saved.plaintextExported ? 'yes' : 'no'],
      ['Saved', instant(saved.savedAt, timeZone)],
      ['Network', refusedRequestsLine(saved.refusedRequests)],
    ]),
    '',
    `Files in “${saved.folderName}”`,
    ...files,
    '',
    'In the AWS console',
    ...consoleSteps(saved, timeZone).map((step, index) => `${index + 1}. ${step}`),
    '',
  ].join('\n');
}

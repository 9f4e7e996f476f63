import { fileNamed, inFileName } from '../shared/file-names';
import type { HandOverView } from '../shared/views/aws';
import type { OwnRoleView } from '../shared/views/receiver-wants';

/**
 * The hand-over summary as JSON, version 1: what the receiver needs and what an auditor looks for. It contains no
 * secret and no path of this computer. A summary from the practice KMS says so in its first field.
 *
 * @returns UTF-8 text
 */
export function handOverJson(handOver: HandOverView, appVersion: string): string {
  const { mode, receiverStatement, wants, ...facts } = handOver;
  const document = {
    ...(mode === 'practice' ? { practice: 'PRACTICE: this key exists in the practice KMS alone' } : {}),
    format: 'keyferry-hand-over',
    version: 1,
    mode,
    madeBy: `Keyferry ${appVersion}`,
    ...facts,
    wants: { ...wants, ...(wants.role && { role: roleJson(wants.role) }) },
    ...(receiverStatement === undefined ? {} : { receiverPolicy: JSON.parse(receiverStatement) as unknown }),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

const roleJson = ({ trustPolicy, permissionsPolicy, ...role }: OwnRoleView) => ({
  ...role,
  trustPolicy: JSON.parse(trustPolicy) as unknown,
  ...(permissionsPolicy && { permissionsPolicy: JSON.parse(permissionsPolicy) as unknown }),
});

/** The text that the page worded; marked as practice if it is practice and does not say so. */
export function handOverText(text: string, mode: HandOverView['mode']): string {
  const marked = mode === 'practice' && !text.includes('PRACTICE') ? `PRACTICE\n\n${text}` : text;
  return marked.endsWith('\n') ? marked : `${marked}\n`;
}

/** What can be saved of a hand-over besides its PDF. */
export type HandOverFormat = 'text' | 'json' | 'trust-policy' | 'permissions-policy';

/** A file name that every file system takes. */
export function handOverFileName(
  { mode, alias, keyId }: Pick<HandOverView, 'mode' | 'alias' | 'keyId'>,
  format: HandOverFormat,
): string {
  const name = `${documents[format]} ${inFileName(alias ?? keyId)}`;
  return fileNamed(`${name}.${format === 'text' ? 'txt' : 'json'}`, mode === 'practice');
}

const documents: Record<HandOverFormat, string> = {
  text: 'Key hand-over',
  json: 'Key hand-over',
  'trust-policy': 'Trust policy',
  'permissions-policy': 'Permissions policy',
};

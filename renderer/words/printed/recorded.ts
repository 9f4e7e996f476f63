import type {
  CustodySection,
  KeySection,
  MaterialSection,
  RecordedInstant,
} from '../../../main/shared/views/record';
import { untriedIdentities } from '../custody/copies';
import { handOverLabels } from '../run/hand-over';
import { materialKindName } from '../custody/material';
import { code, type Fact } from './fact';

/** `2026-03-04 11:02:03 +01:00 (10:02:03 UTC)`; the day is written twice where it differs. */
export function recordedText({ utc, local }: RecordedInstant): string {
  const [day = '', rest = ''] = local.split('T');
  const [utcDay = '', utcRest = ''] = utc.split('T');
  const time = rest.slice(0, 8);
  const offset = rest.replace(/^[\d:.]+/, '');
  if (offset === '+00:00') return `${day} ${time} UTC`;
  const utcTime = `${utcRest.slice(0, 8)} UTC`;
  return `${day} ${time} ${offset} (${day === utcDay ? utcTime : `${utcDay} ${utcTime}`})`;
}

export const expiryLine = (expiresAt: RecordedInstant | 'never'): string =>
  expiresAt === 'never' ? 'none: the key material does not expire' : recordedText(expiresAt);

/** What identifies the key: its ARN, or what the files say in its place. */
export const identityFact = ({ keyArn, keyId }: KeySection): Fact =>
  keyArn === undefined
    ? { label: 'Key ID', value: keyId ?? 'not stated in the files', ...code }
    : { label: handOverLabels.arn, value: keyArn, ...code };

/** `Enabled, checked …`; undefined where nothing said it. */
export const stateLine = ({ state, checkedAt }: KeySection): string | undefined =>
  state === undefined || checkedAt === undefined ? state : `${state}, checked ${recordedText(checkedAt)}`;

const sources: Record<MaterialSection['source'], string> = {
  generated: 'generated on this computer',
  file: 'the person’s own file',
  restored: 'restored from a copy',
  'wrapped-elsewhere': 'wrapped on an offline computer',
};

export const sourceName = (source: MaterialSection['source']): string => sources[source];

/** `Symmetric key material, 32 bytes`; undefined where nothing said it. */
export function materialLine({ kind, keyName, lengthBytes }: MaterialSection): string | undefined {
  if (kind === undefined) return undefined;
  const name = materialKindName({ kind, ...(keyName === undefined ? {} : { keyName }) });
  return lengthBytes === undefined ? name : `${name}, ${lengthBytes} bytes`;
}

type Kept = Extract<CustodySection, { readonly files: unknown }>;

const forms: Record<Kept['kept'], string> = {
  passphrase: 'one age file, sealed with a passphrase',
  recipients: 'one age file, sealed for age recipients',
  shares: 'split among custodians',
};

/** `one age file, sealed with a passphrase; made …, opened again and compared before use`. */
export function copyLine({ kept, restored }: Kept): string {
  if (restored) return `${forms[kept]}; the copy existed before, and the key material was restored from it`;
  const proof = `read back, ${kept === 'shares' ? 'put together' : 'opened'} again and compared before the key material was used`;
  return [forms[kept], proof, ...(kept === 'recipients' ? [untriedIdentities] : [])].join('; ');
}

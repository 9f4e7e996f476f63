import { checkRecord } from './check-record';
import { recordFormat } from './record-shape';
import { textGate } from '../parameters/intake-gates';
import { refusePaper } from '../platform/files/paper';
import { readOne } from '../platform/files/read-one';
import type { RecordView } from '../shared/views/custody';
import { definedOnly } from '../shared/defined-only';
import { localError, type AppError } from '../shared/errors';
import { limits } from '../shared/limits';
import { err, ok, type Result } from '../shared/result';

/**
 * Reads the check value from one of our documents: a ceremony record, which has to be whole; a hand-over summary, as
 * JSON or as text, saved or copied; or a return package (JSON). A document with several different values counts as one
 * with none.
 *
 * Errors: file.*, record.*, copy.noCheckValue {name}.
 */
export async function readRecord(paths: readonly string[]): Promise<Result<RecordView>> {
  const noValue = (name: string): AppError => localError('custody', 'copy.noCheckValue', { name });
  const maxBytes = limits.maxCeremonyRecordBytes;
  const notPaper = refusePaper(paths, 'custody', 'record');
  if (!notPaper.ok) return notPaper;
  const read = await readOne(notPaper.value, { maxBytes, stage: 'custody', gate: textGate }, noValue);
  if (!read.ok) return read;
  const { fileName, bytes } = read.value;
  if (bytes.includes(`"format":"${recordFormat}"`)) return fromCeremonyRecord(bytes, fileName);
  const mayBeRecord = sayings.some((saying) => bytes.includes(saying));
  const mayBeSecret = secretSayings.some((saying) => bytes.includes(saying));
  const text = mayBeRecord && !mayBeSecret ? bytes.toString('utf8') : '';
  bytes.fill(0);
  const values = new Set([...text.matchAll(checkValue)].map(([, value = '']) => value.toLowerCase()));
  const [only] = values;
  if (only === undefined || values.size > 1) return err(noValue(fileName));
  const [keyArn] = arn.exec(text) ?? [];
  const [, keyMaterialId] = materialId.exec(text) ?? [];
  const keyId = keyArn?.split('/').at(-1);
  return ok({ fileName, checkValue: only, ...definedOnly({ keyArn, keyId, keyMaterialId }) });
}

function fromCeremonyRecord(bytes: Buffer, fileName: string): Result<RecordView> {
  const record = checkRecord(bytes);
  bytes.fill(0);
  if (!record.ok) return record;
  const { key, material } = record.value;
  const checkValue = material === 'none' ? 'unknown' : material.checkValue;
  if (checkValue === 'unknown') return err(localError('custody', 'copy.noCheckValue', { name: fileName }));
  const { keyArn, keyId, keyMaterialId } = key;
  return ok({ fileName, checkValue, ...definedOnly({ keyArn, keyId, keyMaterialId }) });
}

const sayings = ['heckValue', 'heck value'];
/** SECURITY: opened copies and shares have a check value as well. Neither they nor key material may become strings. */
const secretSayings = ['keyMaterial"', 'Keyferry share:', 'Digits'];

/** `"checkValue": "…"` in JSON, and `Check value: …` in text. */
const checkValue = /check ?value"?\s*:\s*"?([0-9a-f]{16})\b/gi;
const materialId = /key ?material ?id"?\s*:\s*"?([0-9a-f]{64})\b/i;
const arn = /arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/(?:mrk-)?[0-9a-f-]{32,36}/;

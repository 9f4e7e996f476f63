import { localError } from '../../shared/errors';
import { err, ok, type Result } from '../../shared/result';
import type { AwsCredentials } from '../transport/client-settings';

type Field = 'accessKeyId' | 'secretAccessKey' | 'sessionToken' | 'expiration';
type Fields = Partial<Record<Field, string>>;
type Form = 'export' | 'set' | 'powershell' | 'ini';

const maxChars = 16 * 1024;

/** How each form writes a line: a name and its value. */
const lineForms: readonly (readonly [Form, RegExp])[] = [
  ['powershell', /^\$env:([A-Za-z_]+)\s*=\s*(.*)$/i],
  ['export', /^export\s+([A-Za-z_]+)=(.*)$/],
  ['set', /^set\s+"?([A-Za-z_]+)=(.*?)"?$/i],
  ['ini', /^([A-Za-z_]+)\s*=\s*(.*)$/],
];

const fieldNames: Readonly<Record<string, Field>> = {
  AWS_ACCESS_KEY_ID: 'accessKeyId',
  AWS_SECRET_ACCESS_KEY: 'secretAccessKey',
  AWS_SESSION_TOKEN: 'sessionToken',
  AWS_SECURITY_TOKEN: 'sessionToken',
  AWS_CREDENTIAL_EXPIRATION: 'expiration',
};

/** Settings that are often beside credentials; the app asks for them elsewhere. */
const ignored = new Set(['AWS_REGION', 'AWS_DEFAULT_REGION', 'REGION', 'OUTPUT', 'AWS_ACCOUNT_ID']);

const valueShapes: Readonly<Record<Field, RegExp>> = {
  accessKeyId: /^[A-Z0-9]{16,128}$/,
  secretAccessKey: /^[A-Za-z0-9/+=]{16,128}$/,
  sessionToken: /^[A-Za-z0-9/+=_-]{16,8192}$/,
  expiration: /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:?\d{2})$/,
};

/**
 * Reads temporary credentials from one paste: what the AWS access portal offers for macOS and Linux, for Windows and
 * for PowerShell, a block for the credentials file, or the JSON of `aws sts assume-role` and of a credential process.
 *
 * Strict: one form, each name once, and nothing else. Error: `credentials.pastedUnreadable` with a reason and, where it
 * helps, the name of the field or the number of the line, but never with anything that was pasted.
 */
export function readPastedCredentials(text: string): Result<AwsCredentials> {
  if (text.length > maxChars) return refuse({ reason: 'tooLong' });
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  if (trimmed === '') return refuse({ reason: 'empty' });
  const fields = trimmed.startsWith('{') ? readJson(trimmed) : readLines(trimmed);
  return fields.ok ? checkFields(fields.value) : fields;
}

function readLines(text: string): Result<Fields> {
  const fields: Fields = {};
  let form: Form | undefined;
  let headers = 0;
  for (const [at, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const line = raw.trim();
    const where = { line: at + 1 };
    if (line === '' || line.startsWith('#')) continue;
    if (/^\[[^[\]]+\]$/.test(line)) {
      headers += 1;
      if (headers > 1) return refuse({ reason: 'twoProfiles', ...where });
      continue;
    }
    const [lineForm, name, value] = splitLine(line);
    if (lineForm === undefined) return refuse({ reason: 'unknownLine', ...where });
    if (ignored.has(name)) continue;
    const field = fieldNames[name];
    if (field === undefined) return refuse({ reason: 'unknownLine', ...where });
    if (form !== undefined && form !== lineForm) return refuse({ reason: 'mixedForms', ...where });
    form = lineForm;
    if (fields[field] !== undefined) return refuse({ reason: 'duplicate', field, ...where });
    fields[field] = value;
  }
  return ok(fields);
}

function splitLine(line: string): readonly [Form, string, string] | readonly [undefined, string, string] {
  for (const [form, pattern] of lineForms) {
    const [, name, value] = pattern.exec(line) ?? [];
    if (name !== undefined && value !== undefined) return [form, name.toUpperCase(), unquoted(value)];
  }
  return [undefined, '', ''];
}

function unquoted(value: string): string {
  const bare = value.trim().replace(/;$/, '').trim();
  return /^"[^"]*"$|^'[^']*'$/.test(bare) ? bare.slice(1, -1) : bare;
}

function readJson(text: string): Result<Fields> {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return refuse({ reason: 'badJson' });
  }
  const outer = isRecord(document) ? document : {};
  const inner =
    [outer['Credentials'], outer['credentials'], outer['roleCredentials'], outer].find(isRecord) ?? {};
  const fields: Fields = {};
  for (const [field, names] of Object.entries(jsonNames)) {
    const value = names.map((name) => inner[name]).find((found) => found !== undefined && found !== null);
    if (value === undefined) continue;
    // All names in the table above are fields.
    const known = field as Field;
    if (typeof value === 'string') fields[known] = value;
    else if (known === 'expiration' && typeof value === 'number') fields[known] = instant(value);
    else return refuse({ reason: 'badValue', field });
  }
  return ok(fields);
}

const jsonNames: Readonly<Record<Field, readonly string[]>> = {
  accessKeyId: ['AccessKeyId', 'accessKeyId'],
  secretAccessKey: ['SecretAccessKey', 'secretAccessKey'],
  sessionToken: ['SessionToken', 'sessionToken'],
  expiration: ['Expiration', 'expiration'],
};

const instant = (milliseconds: number): string => {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
};

function checkFields(fields: Fields): Result<AwsCredentials> {
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = fields;
  if (accessKeyId === undefined) return refuse({ reason: 'missing', field: 'accessKeyId' });
  if (secretAccessKey === undefined) return refuse({ reason: 'missing', field: 'secretAccessKey' });
  if (sessionToken === undefined) {
    // Only temporary access keys begin like this. The other kind should not be in a text field at all.
    return refuse(
      accessKeyId.startsWith('AKIA')
        ? { reason: 'notTemporary' }
        : { reason: 'missing', field: 'sessionToken' },
    );
  }
  const named = {
    accessKeyId,
    secretAccessKey,
    sessionToken,
    ...(expiration === undefined ? {} : { expiration }),
  };
  for (const [field, value] of Object.entries(named)) {
    // Object.entries loses the type of the names.
    if (!valueShapes[field as Field].test(value)) return refuse({ reason: 'badValue', field });
  }
  const until = expiration === undefined ? undefined : new Date(expiration);
  if (until && Number.isNaN(until.getTime())) return refuse({ reason: 'badValue', field: 'expiration' });
  return ok({ accessKeyId, secretAccessKey, sessionToken, ...(until ? { expiration: until } : {}) });
}

const refuse = (facts: Readonly<Record<string, string | number>>) =>
  err(localError('sign-in', 'credentials.pastedUnreadable', facts));

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

import type { RunStep, RowState } from '../shared/views/aws';
import type { Verb } from '../shared/contract';
import type { AppErrorCode, Stage } from '../shared/errors';

export type LogEvent =
  | 'app.started'
  | 'verb.failed'
  | 'row.ended'
  | 'vault.ended'
  | 'page.gone'
  | 'journal.unusable'
  | 'list.keyGone'
  | 'list.startedOver'
  | 'list.regionFailed'
  | 'note.notWritten'
  | 'organisation.refused'
  | 'time.woke'
  | 'time.jumped'
  | 'ipc.untrustedSender'
  | 'ipc.badRequest'
  | 'internal.unexpected';

/** What may be logged: an allow-list of fields, not a filter over free text. No field can hold a name, key or path. */
export interface LogEntry {
  readonly event: LogEvent;
  readonly version?: string;
  readonly electron?: string;
  readonly platform?: string;
  readonly packaged?: boolean;
  readonly verb?: Verb;
  readonly code?: AppErrorCode;
  readonly stage?: Stage;
  readonly step?: RunStep;
  readonly state?: RowState;
  readonly tookMs?: number;
  /** AWS's request id; logged only if it looks like one. */
  readonly requestId?: string | undefined;
  readonly exitCode?: number;
  readonly count?: number;
  readonly seconds?: number;
  readonly correlationId?: string;
  readonly bug?: unknown;
}

/** SECURITY: types do not stop extra fields of a spread object, so the list is enforced again for each line. */
const fields = [
  'event',
  'version',
  'electron',
  'platform',
  'packaged',
  'verb',
  'code',
  'stage',
  'step',
  'state',
  'tookMs',
  'exitCode',
  'count',
  'seconds',
  'correlationId',
] as const satisfies readonly (keyof LogEntry)[];

/** SECURITY: the server chooses the request id; one that is not a UUID could be anything, even a credential. */
const requestIdForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

let keep: (line: string) => void = () => undefined;

/** From now on, each line also goes to `sink`. */
export function keepLog(sink: (line: string) => void): void {
  keep = sink;
}

/** Writes one JSON line. A bug is logged only by its class and the functions in its stack, never with its message. */
export function log(entry: LogEntry): void {
  const line = JSON.stringify({ time: new Date().toISOString(), ...loggable(entry) });
  process.stderr.write(`${line}\n`);
  keep(line);
}

/** The fields of an entry that go into the log. */
export function loggable(entry: LogEntry): Readonly<Record<string, unknown>> {
  const { bug, requestId } = entry;
  return {
    ...Object.fromEntries(fields.map((name) => [name, entry[name]])),
    ...(requestId !== undefined && requestIdForm.test(requestId) ? { requestId } : {}),
    ...(bug instanceof Error ? { bug: bug.name, at: placesIn(bug) } : {}),
  };
}

/** The longest value that we write ourselves, with room to spare. */
const mostValueChars = 80;

/**
 * A line of the log as it may leave this computer: the fields of the allow-list, and short values. Another program may have
 * written to the file.
 *
 * @returns JSON, or undefined for what is no line of ours.
 */
export function reportableLine(line: string): string | undefined {
  try {
    const entry = Object.entries(JSON.parse(line) as Readonly<Record<string, unknown>>);
    const ours = entry.filter(([name, value]) => isReportable(name, value));
    return ours.some(([name]) => name === 'event') ? JSON.stringify(Object.fromEntries(ours)) : undefined;
  } catch {
    return undefined;
  }
}

function isReportable(name: string, value: unknown): boolean {
  if (name === 'at') return Array.isArray(value) && value.every((place) => isShort(place));
  if (name === 'requestId') return typeof value === 'string' && requestIdForm.test(value);
  return ['time', 'bug', ...fields].includes(name) && isShort(value);
}

/** Words without a space, a slash or an @, as a path, a name or an address has them; places in our code have a space. */
function isShort(value: unknown): boolean {
  if (typeof value !== 'string') return typeof value === 'number' || typeof value === 'boolean';
  return value.length <= mostValueChars && /^(at )?[\w.:$<>+-]*( [\w.$<>]+)*$/.test(value);
}

/** Function names, which V8 lists after the message. If that is not found it may be anywhere, so no name is taken. */
function placesIn({ message, stack = '' }: Error): readonly string[] {
  const end = stack.indexOf(message);
  if (end < 0) return [];
  return (
    stack
      .slice(end + message.length)
      .match(/\bat [\w.$<> ]+/g)
      ?.slice(0, 8) ?? []
  );
}

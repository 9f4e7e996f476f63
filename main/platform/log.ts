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
  | 'note.notWritten'
  | 'time.woke'
  | 'time.jumped'
  | 'ipc.untrustedSender'
  | 'ipc.badRequest'
  | 'internal.unexpected';

/** What may be logged: an allow-list of fields rather than a filter over free text. None says who, which or where. */
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
  /** AWS's; kept only where it looks like one. */
  readonly requestId?: string | undefined;
  readonly exitCode?: number;
  readonly count?: number;
  readonly seconds?: number;
  readonly correlationId?: string;
  readonly bug?: unknown;
}

/** SECURITY: types end where an object is spread, so the list is held to once more when a line is made. */
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

/** SECURITY: a request id is what a server says it is; one that is no UUID could be anything, a credential included. */
const requestIdForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

let keep: (line: string) => void = () => undefined;

/** From now on, each line also goes there. */
export function keepLog(sink: (line: string) => void): void {
  keep = sink;
}

/** Writes one JSON line. Of a bug only its class and the places it passed through, never its message. */
export function log(entry: LogEntry): void {
  const line = JSON.stringify({ time: new Date().toISOString(), ...loggable(entry) });
  process.stderr.write(`${line}\n`);
  keep(line);
}

/** What of an entry goes into the log. */
export function loggable(entry: LogEntry): Readonly<Record<string, unknown>> {
  const { bug, requestId } = entry;
  return {
    ...Object.fromEntries(fields.map((name) => [name, entry[name]])),
    ...(requestId !== undefined && requestIdForm.test(requestId) ? { requestId } : {}),
    ...(bug instanceof Error ? { bug: bug.name, at: placesIn(bug) } : {}),
  };
}

/** Names of functions, as V8 lists them after the message; a stack that does not hold the message could hide it. */
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

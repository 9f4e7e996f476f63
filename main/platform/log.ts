import type { Verb } from '../shared/contract';

/** What may be logged: an allow-list of fields rather than a filter over free text. */
interface LogEntry {
  readonly event: string;
  readonly verb?: Verb;
  readonly correlationId?: string;
  readonly bug?: unknown;
}

/** Writes one JSON line to stderr. Of a bug only its class and the places it passed through, never its message. */
export function log({ bug, ...entry }: LogEntry): void {
  const trace = bug instanceof Error ? { bug: bug.name, at: placesIn(bug) } : {};
  process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), ...entry, ...trace })}\n`);
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

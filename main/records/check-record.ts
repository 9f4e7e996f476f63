import { localError, type AppErrorCode } from '../shared/errors';
import { limits } from '../shared/limits';
import type { CeremonyRecordView } from '../shared/views/record';
import { err, ok, type Result } from '../shared/result';
import { without } from '../shared/without';
import { hashOfEvent, noHash } from './record-chain';
import { recordEvent, recordFormat, recordVersion, type RecordEvent } from './record-shape';
import { canonicalText, isRecordValue } from './record-values';
import { recordView } from './record-view';

/** Any remnant of one of our records contains at least one of these. */
const marks = [recordFormat, '"type":"closed"'];

type Fields = Readonly<Record<string, unknown>>;

const refused = (code: AppErrorCode, facts?: Record<string, string | number>) =>
  err(localError('record', code, facts, 'no'));

/**
 * Checks a ceremony record (docs/verify-record.md): size, exact form, every link of its chain, and that it was closed.
 * It fails if a single byte was changed. It cannot detect a record that was made anew as a whole; for that, compare the
 * head hash with the signed paper.
 *
 * Errors: record.tooLarge {maxBytes}, record.notOurs, record.unreadable, record.version {version}, record.broken
 * {event}, record.reordered {event}, record.truncated, record.head, record.notCanonical, record.malformed {event}.
 */
export function checkRecord(bytes: Uint8Array): Result<CeremonyRecordView> {
  const maxBytes = limits.maxCeremonyRecordBytes;
  if (bytes.length > maxBytes) return refused('record.tooLarge', { maxBytes });
  // SECURITY: other JSON may hold anything, for example an opened copy, and must not become a string.
  const isOurs = marks.some((mark) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(mark),
  );
  if (!isOurs) return refused('record.notOurs');
  const text = Buffer.from(bytes).toString('utf8');
  const parsed = parse(text);
  if (parsed === undefined) {
    return refused(text.includes(recordFormat) ? 'record.unreadable' : 'record.notOurs');
  }
  const { events, head } = parsed;
  if (!Array.isArray(events)) return refused('record.notOurs');
  const first: unknown = events[0];
  const begun = isFields(first) && isFields(first['facts']) ? first['facts'] : {};
  if (begun['format'] !== recordFormat) {
    // The format is in the first event. If that was removed, only the last one shows that this was a record.
    return refused(text.includes('"type":"closed"') ? 'record.truncated' : 'record.notOurs');
  }
  const { version } = begun;
  if (typeof version === 'number' && version > recordVersion) return refused('record.version', { version });
  const chain = checkChain(events);
  if (!chain.ok) return chain;
  const end = chain.value.at(-1);
  if (end?.type !== 'closed' || end.facts.events !== events.length) return refused('record.truncated');
  if (head !== end.hash) return refused('record.head');
  // Made only of what was checked, so any additional data makes the file differ.
  const exact = Buffer.from(`${canonicalText({ events, head })}\n`, 'utf8');
  if (!exact.equals(bytes)) return refused('record.notCanonical');
  const view = recordView(chain.value, end.hash);
  return view === undefined ? refused('record.malformed', { event: 0 }) : ok(view);
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parse(text: string): Fields | undefined {
  try {
    // A byte order mark is refused later, as record.notCanonical; the file is still a record.
    const value: unknown = JSON.parse(text.replace(/^\u{FEFF}/u, ''));
    return isFields(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Checks each event by itself first: if events were only reordered, each one's own hash is still right. */
function checkChain(events: readonly unknown[]): Result<readonly RecordEvent[]> {
  const checked: RecordEvent[] = [];
  let prev = noHash;
  for (const [event, found] of events.entries()) {
    if (!isFields(found) || !isRecordValue(found)) return refused('record.malformed', { event });
    const { hash } = found;
    const isWhole = hash === hashOfEvent(without(found, 'hash'));
    if (!isWhole) return refused('record.broken', { event });
    if (found['seq'] !== event) return refused('record.reordered', { event });
    if (found['prev'] !== prev) return refused('record.broken', { event });
    const known = recordEvent.safeParse(found);
    if (!known.success) return refused('record.malformed', { event });
    checked.push(known.data);
    prev = known.data.hash;
  }
  return ok(checked);
}

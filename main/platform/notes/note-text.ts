import { createHmac, timingSafeEqual } from 'node:crypto';
import type { KeptKey, KnownKey } from './note-key';
import type { UnconfirmedReason } from '../../shared/views/unfinished';
import { fromTaggedJson, toTaggedJson } from './tagged-json';

/** The names that notes of one kind use. */
export interface NoteForm {
  readonly format: string;
  /** The field of the document that holds the content. */
  readonly field: string;
}

/** What a note says, before its shape is checked, and whether this app wrote it. */
export type OpenedNote =
  | {
      readonly state: 'opened';
      readonly version: number;
      readonly content: unknown;
      readonly standing: 'authentic' | UnconfirmedReason;
    }
  | { readonly state: 'damaged' | 'newer-version' | 'changed' };

/** Since version 2 a note may carry an authenticator; since version 3 a run says its kind. */
export const noteVersion = 3;
const macEnd = /^(.*),"mac":"([0-9a-f]{64})"\}$/s;

/**
 * A note as JSON. If there is a key, the last field is `mac`: HMAC-SHA-256, hex, over the name of the note, a line
 * break, and all bytes before that field, including format and version.
 */
export function noteText({ format, field }: NoteForm, name: string, content: unknown, kept: KeptKey): string {
  if (kept.kept === 'none') return toTaggedJson({ format, version: noteVersion, [field]: content });
  const body = toTaggedJson({ format, version: noteVersion, keyId: kept.keyId, [field]: content }).slice(
    0,
    -1,
  );
  return `${body},"mac":"${macOf(name, body, kept).toString('hex')}"}`;
}

/** Reads a note, and checks its `mac`. @param name the name under which it was found */
export function openNote(text: string, { format, field }: NoteForm, name: string, kept: KeptKey): OpenedNote {
  const document = fromTaggedJson(text);
  if (typeof document !== 'object' || document === null) return { state: 'damaged' };
  const fields = new Map<string, unknown>(Object.entries(document));
  const stated = fields.get('version');
  if (fields.get('format') !== format || typeof stated !== 'number') return { state: 'damaged' };
  if (stated > noteVersion) return { state: 'newer-version' };
  const standing = standingOf(text, fields, name, kept);
  if (standing === 'changed' || standing === 'damaged') return { state: standing };
  const allowed = ['format', 'version', field, ...(fields.has('mac') ? ['keyId', 'mac'] : [])];
  const isWhole = fields.size === allowed.length && allowed.every((each) => fields.has(each));
  if (!isWhole) return { state: 'damaged' };
  return { state: 'opened', version: stated, content: fields.get(field), standing };
}

function standingOf(
  text: string,
  fields: ReadonlyMap<string, unknown>,
  name: string,
  kept: KeptKey,
): 'authentic' | UnconfirmedReason | 'changed' | 'damaged' {
  const stated = fields.get('version');
  if (stated === 1) return fields.has('mac') ? 'damaged' : 'earlier-version';
  if (stated !== 2 && stated !== noteVersion) return 'damaged';
  if (kept.kept === 'none') return 'no-keychain';
  if (!fields.has('mac')) return 'no-mac';
  if (fields.get('keyId') !== kept.keyId) return 'other-key';
  const [, body, mac] = macEnd.exec(text) ?? [];
  if (body === undefined || mac === undefined) return 'changed';
  return timingSafeEqual(macOf(name, body, kept), Buffer.from(mac, 'hex')) ? 'authentic' : 'changed';
}

const macOf = (name: string, body: string, { key }: KnownKey): Buffer =>
  createHmac('sha256', key).update(`${name}\n${body}`, 'utf8').digest();

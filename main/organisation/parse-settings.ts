import { z } from 'zod';
import { parseStrictJson } from '../receivers/strict-json';
import { organisationSettings, type OrganisationSettings } from '../schemas/organisation';
import { localError, type AppErrorCode } from '../shared/errors';
import { err, ok, type Result } from '../shared/result';

const refused = (code: AppErrorCode, facts: Record<string, string | number>) =>
  err(localError('app', code, facts, 'no'));

/**
 * Reads the settings of an organisation: JSON in UTF-8, each setting known and there only once.
 *
 * Errors, each with the `line`: organisation.notJson, organisation.duplicate {setting}, organisation.unknown {setting},
 * organisation.badValue {setting}; without one: organisation.missing {setting}.
 */
export function parseSettings(bytes: Uint8Array): Result<OrganisationSettings> {
  let text: string;
  try {
    // Some editors add a byte order mark; this decoder drops it.
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refused('organisation.notJson', { line: lineOfFault(bytes) });
  }
  const places = new Map<string, number>();
  const parsed = parseStrictJson(text, (path, at) => places.set(path.join('/'), at));
  const lineAt = (at: number): number => text.slice(0, at).split('\n').length;
  if (!parsed.ok) {
    const line = lineAt(parsed.at);
    return parsed.fault === 'duplicate'
      ? refused('organisation.duplicate', { line, setting: shortly(parsed.field) })
      : refused('organisation.notJson', { line });
  }
  const settings = organisationSettings.safeParse(parsed.value);
  if (settings.success) return ok(settings.data);
  const { issues } = settings.error;
  const first = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  return refuseIssue(first, (path) => {
    const at = places.get(path.join('/'));
    return at === undefined ? undefined : lineAt(at);
  });
}

function refuseIssue(
  issue: z.core.$ZodIssue | undefined,
  lineOf: (path: readonly PropertyKey[]) => number | undefined,
): ReturnType<typeof refused> {
  const path = issue?.path ?? [];
  if (issue?.code === 'unrecognized_keys') {
    const [name = ''] = issue.keys;
    return refused('organisation.unknown', { line: lineOf([...path, name]) ?? 1, setting: shortly(name) });
  }
  const line = lineOf(path);
  const setting = String(path[0] ?? '');
  if (line === undefined) return refused('organisation.missing', { setting: path.join('.') });
  return setting === ''
    ? refused('organisation.notJson', { line })
    : refused('organisation.badValue', { line, setting });
}

/** SECURITY: shown on screen, so that nothing hides or goes on for long in it. */
const shortly = (name: string): string => name.replaceAll(/[^\x20-\x7e]/g, '\uFFFD').slice(0, 60);

/** The line with the first bytes that are no UTF-8. */
function lineOfFault(bytes: Uint8Array): number {
  const mark = new TextDecoder('utf-8').decode(bytes).indexOf('\uFFFD');
  return new TextDecoder('utf-8').decode(bytes).slice(0, mark).split('\n').length;
}

/** The same form as JSON Schema, draft 2020-12. */
export const settingsJsonSchema = (): unknown =>
  z.toJSONSchema(
    organisationSettings.meta({
      title: 'Keyferry settings by an organisation',
      description: 'What the administrator of a computer sets for everybody who uses Keyferry on it.',
    }),
  );

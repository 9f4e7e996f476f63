import { reportableLine } from '../platform/log';

/** What a report for support says beside the log. None of it may name a person, an account, a key or a path. */
export interface SupportFacts {
  readonly versions: Readonly<Record<string, string>>;
  readonly settings: Readonly<Record<string, string>>;
  /** Lines of the log files, the oldest first. */
  readonly log: readonly string[];
}

/** The last days of a computer, and little enough to be read before it is saved: about 30 kB. */
const mostLines = 200;

/**
 * The report as a text file.
 *
 * SECURITY: the log passes its allow-list once more, because another program of the same user can write to its files.
 */
export function supportReport({ versions, settings, log }: SupportFacts, madeAt: Date): string {
  const last = log.slice(-mostLines);
  const lines = last.flatMap((line) => reportableLine(line) ?? []);
  const older = log.length - last.length;
  const foreign = last.length - lines.length;
  return [
    'Keyferry: report for support',
    `Made: ${madeAt.toISOString()}`,
    '',
    'Versions',
    ...factLines(versions),
    '',
    'Settings',
    ...factLines(settings),
    '',
    'Log, the oldest line first',
    ...(older === 0 ? [] : [`${older} older lines are left out.`]),
    ...(foreign === 0 ? [] : [`${foreign} lines that Keyferry did not write are left out.`]),
    ...(lines.length === 0 ? ['It is empty.'] : lines),
    '',
  ].join('\n');
}

const factLines = (facts: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(facts).map(([name, value]) => `${name}: ${value}`);

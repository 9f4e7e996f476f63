import { createHash } from 'node:crypto';

const maxPrograms = 8;
const maxChars = 200;

/** A word of a command line, perhaps with quoted pieces; or characters that end a command, so that another follows. */
const pieces = /((?:"[^"]*"?|'[^']*'?|[^\s"';&|`(){}])+)|([;&|`(){}\n]+)/g;

/**
 * The programs that a command line (`credential_process`) starts, as written there, for a person to read. Quoted text
 * is not looked into. SECURITY: no other word is returned, because a password may be among them.
 */
export function programsOf(command: string): readonly string[] {
  const programs: string[] = [];
  let isNext = true;
  for (const [, word, end] of command.matchAll(pieces)) {
    if (end !== undefined) isNext = true;
    // Words before a program may set variables for it.
    else if (word !== undefined && isNext && !/^\w+=/.test(word)) {
      programs.push(visible(word.replaceAll(/["']/g, '')));
      isNext = false;
    }
  }
  return [...new Set(programs)].slice(0, maxPrograms);
}

/** The SHA-256 of a command line, 64 hex digits, so that a consent holds only for this command line. */
export function commandDigest(command: string): string {
  return createHash('sha256').update(command, 'utf8').digest('hex');
}

/** SECURITY: invisible characters, and those that reverse a line, are shown as a mark. */
const visible = (text: string): string => text.replaceAll(/[\p{C}\p{Z}]/gu, mark).slice(0, maxChars);
const mark = (character: string): string => (character === ' ' ? ' ' : '\uFFFD');

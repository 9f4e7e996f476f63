import { createHash } from 'node:crypto';

const maxPrograms = 8;
const maxChars = 200;

/** A word of a command line, with pieces in quotes; or what ends one command, so that another follows. */
const pieces = /((?:"[^"]*"?|'[^']*'?|[^\s"';&|`(){}])+)|([;&|`(){}\n]+)/g;

/**
 * The programs that a command line (`credential_process`) starts, as they are written there, for a person to read. What
 * stands inside quotes is not looked into. SECURITY: no other word is told, because a password may be among them.
 */
export function programsOf(command: string): readonly string[] {
  const programs: string[] = [];
  let isNext = true;
  for (const [, word, end] of command.matchAll(pieces)) {
    if (end !== undefined) isNext = true;
    // What stands in front of a program may set a variable for it.
    else if (word !== undefined && isNext && !/^\w+=/.test(word)) {
      programs.push(visible(word.replaceAll(/["']/g, '')));
      isNext = false;
    }
  }
  return [...new Set(programs)].slice(0, maxPrograms);
}

/** 64 hex digits that stand for a command line, so that a consent holds for this one only. */
export function commandDigest(command: string): string {
  return createHash('sha256').update(command, 'utf8').digest('hex');
}

/** Characters that nobody sees, or that turn a line around, are shown as a mark. */
const visible = (text: string): string => text.replaceAll(/[\p{C}\p{Z}]/gu, mark).slice(0, maxChars);
const mark = (character: string): string => (character === ' ' ? ' ' : '\uFFFD');

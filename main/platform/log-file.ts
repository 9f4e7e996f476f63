import { constants } from 'node:fs';
import { lstat, mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { limits } from '../shared/limits';

export const logFileName = 'keyferry.log';
export const previousLogFileName = 'keyferry.previous.log';

// SECURITY: a link in place of the log could lead anywhere, and a FIFO would block. Windows has neither flag.
const ofNoLink = process.platform === 'win32' ? 0 : constants.O_NOFOLLOW | constants.O_NONBLOCK;
const flags = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | ofNoLink;
const readFlags = constants.O_RDONLY | ofNoLink;

/** @returns what both log files hold, the older one first; nothing of a file that is not there. */
export async function readLog(folder: string): Promise<readonly string[]> {
  const texts = await Promise.all(
    [previousLogFileName, logFileName].map((name) => readOwn(join(folder, name)).catch(() => '')),
  );
  return texts.flatMap((text) => text.split('\n').filter((line) => line !== ''));
}

async function readOwn(path: string): Promise<string> {
  const file = await open(path, readFlags);
  return await file.readFile('utf8').finally(() => file.close());
}

/** The most lines that wait for a slow disk; more are dropped, so that the log cannot fill the memory. */
const mostWaiting = 500;

/**
 * A log file that grows to a limit and then becomes the previous one; two are kept. Lines are appended in the
 * background: nothing waits for them, and a full or read-only disk costs only the lines.
 *
 * @param folder made when it is first needed, readable only for its owner where the file system has permissions; on
 * Windows the user's profile protects it.
 * @returns a function that takes one line without its line break.
 */
export function createLogFile(folder: string, maxBytes: number = limits.maxLogBytes): (line: string) => void {
  const path = join(folder, logFileName);
  const waiting: string[] = [];
  let isWriting = false;

  async function append(text: string): Promise<void> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const { size } = await lstat(path).catch(() => ({ size: 0 }));
    if (size > 0 && size + Buffer.byteLength(text) > maxBytes) {
      await rename(path, join(folder, previousLogFileName));
    }
    const file = await open(path, flags, 0o600);
    await file.writeFile(text).finally(() => file.close());
  }

  /** As many waiting lines as fit into the file, to write them at once. */
  function nextLines(): string {
    let text = waiting.shift() ?? '';
    for (
      let [next] = waiting;
      next !== undefined && text.length + next.length <= maxBytes;
      [next] = waiting
    ) {
      text += next;
      waiting.shift();
    }
    return text;
  }

  async function writeAll(): Promise<void> {
    while (waiting.length > 0) await append(nextLines()).catch(() => undefined);
    isWriting = false;
  }

  return (line) => {
    if (waiting.length >= mostWaiting) return;
    waiting.push(`${line}\n`);
    if (isWriting) return;
    isWriting = true;
    void writeAll();
  };
}

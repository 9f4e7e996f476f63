import type { ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';

export interface RunningServer {
  /** `http://127.0.0.1:port` */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

type Child = ChildProcessByStdio<Writable | null, Readable, Readable>;

const patienceMs = 5000;

/**
 * Waits for a server to print that it is ready.
 * @returns the match of the line. @throws with its output, when it ends or does not print the line in time.
 */
export async function waitForLine(child: Child, line: RegExp, seconds: number): Promise<RegExpExecArray> {
  let said = '';
  return new Promise((resolve, reject) => {
    const give = (what: string) => reject(new Error(`${what}:\n${said.slice(-2000)}`));
    const timer = setTimeout(() => give(`Not ready after ${seconds} s`), seconds * 1000);
    const hear = (text: string): void => {
      said += text;
      const match = line.exec(said);
      if (match === null) return;
      clearTimeout(timer);
      resolve(match);
    };
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', hear);
    child.once('error', (error) => give(error.message));
    child.once('exit', (code) => {
      clearTimeout(timer);
      give(`Ended with code ${code ?? 'none'}`);
    });
  });
}

/** Asks the process to end, and kills it if it does not. */
export async function endProcess(child: Child): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = once(child, 'exit');
  const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  child.kill('SIGTERM');
  await ended;
  clearTimeout(timer);
}

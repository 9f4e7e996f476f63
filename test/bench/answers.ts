import { jobsInWindow } from './jobs-in-window';
import { keysInWindow } from './keys-in-window';
import type { Line } from './report';

/** Measures how soon the window answers what a person does, from the event to the next paint. */
export async function measure(): Promise<readonly Line[]> {
  return [...(await jobsInWindow()), ...(await keysInWindow())];
}

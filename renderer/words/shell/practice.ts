import type { Mode } from '../../../main/shared/views/aws';

export const practice = {
  mark: 'PRACTICE',
  text: 'Nothing here is real: no AWS account, no network, no key that anybody could use.',
  summaryLine:
    'PRACTICE – made by the practice mode of Keyferry. There is no such key in AWS. Do not send this to anybody.',
} as const;

/** Goes before the names that a window has: taskbars cut the end. */
export function titleMark(mode: Mode): readonly string[] {
  return mode === 'practice' ? [practice.mark] : [];
}

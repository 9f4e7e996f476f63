import type { Mode } from '../../main/shared/aws-views';

export const practice = {
  mark: 'PRACTICE',
  text: 'Nothing here is real: no AWS account, no network, no key that anybody could use.',
  titlePrefix: 'PRACTICE: ',
  summaryLine:
    'PRACTICE – made by the practice mode of Keyferry. There is no such key in AWS. Do not send this to anybody.',
} as const;

/** Names of windows and texts that leave the window carry the mark themselves. */
export function marked(mode: Mode, text: string): string {
  return mode === 'practice' ? `${practice.titlePrefix}${text}` : text;
}

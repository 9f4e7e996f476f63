import type { PracticeOptions } from '../../main/practice/options';
import type { PracticeAws } from '../../main/practice/practice-aws';
import { practiceAws } from './practice-aws';
import { awsClients, type AwsClients } from './aws-clients';
import { createMovingClock } from './moving-clock';

export interface PracticeBench extends AwsClients {
  readonly practice: PracticeAws;
  readonly moveOn: (milliseconds: number) => void;
  readonly now: () => Date;
}

export const hourMs = 60 * 60 * 1000;
export const dayMs = 24 * hourMs;

/** A practice AWS whose clock only moves when told, and the SDK's clients for it. */
export function practiceBench(options: Partial<PracticeOptions> = {}): PracticeBench {
  const { now, moveOn } = createMovingClock(new Date('2027-03-01T12:00:00Z'));
  const practice = practiceAws({ now, ...options });
  return { ...awsClients({ practice }), practice, now, moveOn };
}

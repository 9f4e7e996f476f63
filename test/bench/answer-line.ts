import { late, slowest, type Answered } from './answer-times';
import type { Line } from './report';

/** The figure to which people notice no delay. Source: Nielsen, “Usability Engineering” (1993), chapter 5. */
const noticedMs = 100;

/** A line of the table: the 95th percentile, with how many there were and which was the slowest. */
export function answerLine(name: string, text: string, answers: readonly Answered[]): Line {
  const { ms = Number.NaN, at = '' } = slowest(answers) ?? {};
  const worst = at === '' ? '' : ` at “${at}”`;
  return {
    name,
    text: `${text} (p95 of ${answers.length}; slowest ${ms}${worst})`,
    unit: 'ms',
    value: answers.length === 0 ? Number.NaN : late(answers),
    goal: { atMost: noticedMs },
  };
}

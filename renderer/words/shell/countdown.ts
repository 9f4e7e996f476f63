import { counted } from './counted';

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

/** GetParametersForImport: wrapping key and import token live this long. */
const lifetimeMs = 24 * hourMs;
/** Two clocks that nobody set wrong on purpose differ by less than this. */
const clockToleranceMs = 5 * minuteMs;

export interface Countdown {
  readonly level: 'plenty' | 'short' | 'over';
  readonly text: string;
  /** When the text changes next, in milliseconds from now. */
  readonly nextChangeMs: number;
  /** AWS grants 24 hours: more than that left means that this computer's clock is slow. */
  readonly clockLooksSlow: boolean;
}

function spanText(ms: number, withSeconds: boolean): string {
  const hours = Math.floor(ms / hourMs);
  const minutes = Math.floor((ms % hourMs) / minuteMs);
  const seconds = Math.floor((ms % minuteMs) / secondMs);
  const said = [
    ...(hours > 0 ? [counted(hours, 'hour')] : []),
    ...(hours > 0 || minutes > 0 || !withSeconds ? [counted(minutes, 'minute')] : []),
    ...(withSeconds ? [counted(seconds, 'second')] : []),
  ];
  return said.join(' ');
}

/** What is left of the life of import parameters. By the second in the last ten minutes, else by the minute. */
export function countdown(validTo: Date, now: Date): Countdown {
  const leftMs = validTo.getTime() - now.getTime();
  if (leftMs <= 0) {
    const agoMs = -leftMs;
    return {
      level: 'over',
      text: agoMs < minuteMs ? 'Expired just now' : `Expired ${spanText(agoMs, false)} ago`,
      nextChangeMs: minuteMs - (agoMs % minuteMs),
      clockLooksSlow: false,
    };
  }
  const withSeconds = leftMs < 10 * minuteMs;
  return {
    level: leftMs < 2 * hourMs ? 'short' : 'plenty',
    text: `${spanText(leftMs, withSeconds)} left`,
    nextChangeMs: Math.min((leftMs % (withSeconds ? secondMs : minuteMs)) + 1, leftMs),
    clockLooksSlow: leftMs > lifetimeMs + clockToleranceMs,
  };
}

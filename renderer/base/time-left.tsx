import Alert, { type AlertProps } from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import { useRef } from 'react';
import { useNow } from './use-now';
import { useFocusOnAsking } from './use-screen';
import { countdown, type Countdown } from '../words/shell/countdown';
import { bothInstants } from '../words/shell/instants';
import { notSaid, timeWords } from '../words/wrap-offline/parameters';

const hourMs = 3_600_000;

interface TimeLeftProps {
  /** ISO 8601; undefined when the files do not say it. */
  readonly validTo: string | undefined;
}

interface ExpiryAlertProps extends TimeLeftProps {
  /** How often the person tried to go on. An expired set then gets the focus. */
  readonly askedTooEarly: number;
}

const indicators: Record<Countdown['level'], StatusIndicatorProps.Type> = {
  plenty: 'success',
  short: 'warning',
  over: 'error',
};

function useCountdown(validTo: string | undefined): { now: Date; left: Countdown | undefined } {
  const at = (now: Date): Countdown | undefined =>
    validTo === undefined ? undefined : countdown(new Date(validTo), now);
  const now = useNow((then) => at(then)?.nextChangeMs ?? hourMs);
  return { now, left: at(now) };
}

/** The live countdown of the set, with its end in local time and in UTC. */
export function TimeLeft({ validTo }: TimeLeftProps) {
  const { left } = useCountdown(validTo);
  if (validTo === undefined || left === undefined) {
    return (
      <div>
        <StatusIndicator type="warning">{notSaid.validity}</StatusIndicator>
        <Box color="text-body-secondary" fontSize="body-s">
          {notSaid.validityText}
        </Box>
      </div>
    );
  }
  return (
    <div>
      <div role="timer">
        <StatusIndicator type={indicators[left.level]}>{left.text}</StatusIndicator>
      </div>
      <Box color="text-body-secondary" fontSize="body-s">
        {timeWords.until(bothInstants(new Date(validTo)))}
      </Box>
    </div>
  );
}

/** What the countdown means once it runs short, is over, or cannot be right. */
export function ExpiryAlert({ validTo, askedTooEarly }: ExpiryAlertProps) {
  const { now, left } = useCountdown(validTo);
  const alert = useRef<AlertProps.Ref>(null);
  useFocusOnAsking(askedTooEarly, alert);
  if (left?.level === 'over') {
    return (
      <div role="alert">
        <Alert type="error" header={timeWords.over.title} ref={alert}>
          {timeWords.over.text(bothInstants(now))}
        </Alert>
      </div>
    );
  }
  if (left?.level === 'short') {
    return (
      <Alert type="warning" header={left.text}>
        {timeWords.short}
      </Alert>
    );
  }
  return left?.clockLooksSlow ? (
    <Alert type="warning" header={timeWords.slowClock.title}>
      {timeWords.slowClock.text(bothInstants(now))}
    </Alert>
  ) : null;
}

import Alert, { type AlertProps } from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import { useEffect, useRef, type ReactNode } from 'react';

export interface FailureAlertProps {
  readonly title: string;
  readonly meaning: string;
  readonly next: string;
  /** Whether trying again is safe, where that is not obvious. */
  readonly verdict: string | undefined;
  /** For the person who manages IAM, where only they can help. */
  readonly copyStatement: ReactNode;
  readonly detailsTitle: string;
  readonly details: string;
  readonly copyDetails: ReactNode;
  /** For a failure that arrives on a newly shown screen, where the focus would otherwise be lost. */
  readonly takesFocus: boolean;
}

export function FailureAlert(props: FailureAlertProps) {
  const alert = useRef<AlertProps.Ref>(null);
  const { takesFocus } = props;
  useEffect(() => {
    if (takesFocus) alert.current?.focus();
  }, [takesFocus]);
  return (
    <div role="alert">
      <Alert type="error" header={props.title} ref={alert}>
        <Box variant="p">{props.meaning}</Box>
        <Box variant="p" fontWeight="bold">
          {props.next}
        </Box>
        {props.verdict !== undefined && <Box variant="p">{props.verdict}</Box>}
        {props.copyStatement}
        <ExpandableSection headerText={props.detailsTitle}>
          <pre className="text-block">{props.details}</pre>
          {props.copyDetails}
        </ExpandableSection>
      </Alert>
    </div>
  );
}

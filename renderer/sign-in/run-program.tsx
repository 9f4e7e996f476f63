import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import { programWords } from '../words/sign-in/sign-in';

export interface RunProgramProps {
  /** As the AWS files name them. */
  readonly programs: readonly string[];
  readonly onRun: () => void;
}

/** Says what a profile would run, and runs nothing before the person presses the button. */
export function RunProgram({ programs, onRun }: RunProgramProps) {
  return (
    <Alert
      type="warning"
      header={programWords.title}
      action={<Button onClick={onRun}>{programWords.run}</Button>}
    >
      <bdi className="breakable">{programWords.named(programs)}</bdi> {programWords.text}
    </Alert>
  );
}

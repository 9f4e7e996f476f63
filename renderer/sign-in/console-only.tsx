import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { CopyText } from '../base/copy-text';
import { consoleOnlyWords } from '../words/sign-in/console-only';

/** What to do with no more than a console sign-in of an IAM user: CloudShell gives out credentials that can be pasted. */
export function ConsoleOnly({ onPaste }: { readonly onPaste: () => void }) {
  const { title, lead, command, copy, then, secret, refused, paste } = consoleOnlyWords;
  return (
    <ExpandableSection headerText={title}>
      <SpaceBetween size="s">
        <Box>{lead}</Box>
        <div>
          <pre className="text-block">{command}</pre>
          <CopyText label={copy} text={command} variant="normal" />
        </div>
        <Box>
          {then} {secret}
        </Box>
        <Button onClick={onPaste}>{paste}</Button>
        <Box color="text-body-secondary">{refused}</Box>
      </SpaceBetween>
    </ExpandableSection>
  );
}

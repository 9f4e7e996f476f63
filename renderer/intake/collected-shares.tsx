import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { FoundCopyView } from '../../main/shared/views/custody';
import { sharesAtHandLine } from '../words/custody/copies';
import { copyIntake, foundCopyTitle, sharesNeeded } from '../words/custody/copy-intake';
import { localInstant } from '../words/shell/instants';

type Shares = NonNullable<FoundCopyView['shares']>;

export interface CollectedSharesProps {
  readonly view: FoundCopyView;
  readonly shares: Shares;
  readonly disabled: boolean;
  readonly onRemove: (number: number) => void;
}

/** The shares that are here and those that are not, one a line. */
export function CollectedShares({ view, shares, disabled, onRemove }: CollectedSharesProps) {
  const { threshold, count, have, serial, heldUntil } = shares;
  const more = threshold - have.length;
  return (
    <Container
      header={
        <Header variant="h2" description={copyIntake.unopened}>
          {foundCopyTitle(view)}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <KeyValuePairs
          columns={3}
          items={[
            { label: copyIntake.labels.set, value: serial },
            { label: copyIntake.labels.needed, value: copyIntake.needed(threshold, count) },
            {
              label: copyIntake.labels.atHand,
              value: (
                <StatusIndicator type={more > 0 ? 'pending' : 'success'}>
                  {more > 0 ? `${sharesAtHandLine(shares)}: ${sharesNeeded(more)}` : sharesNeeded(more)}
                </StatusIndicator>
              ),
            },
          ]}
        />
        <ul className="collected-shares" aria-label={copyIntake.labels.collected}>
          {Array.from({ length: count }, (_, index) => index + 1).map((number) => (
            <ShareLine
              key={number}
              number={number}
              share={have.find((share) => share.number === number)}
              disabled={disabled}
              onRemove={onRemove}
            />
          ))}
        </ul>
        <Box color="text-body-secondary">
          {more > 0 && <p>{copyIntake.whoIsMissing}</p>}
          <p>{copyIntake.held(localInstant(new Date(heldUntil)))}</p>
        </Box>
      </SpaceBetween>
    </Container>
  );
}

interface ShareLineProps extends Pick<CollectedSharesProps, 'disabled' | 'onRemove'> {
  readonly number: number;
  readonly share: Shares['have'][number] | undefined;
}

function ShareLine({ number, share, disabled, onRemove }: ShareLineProps) {
  if (share === undefined) {
    return (
      <li>
        <StatusIndicator type="pending">{copyIntake.shareMissing(number)}</StatusIndicator>
      </li>
    );
  }
  const { custodian, file } = share;
  return (
    <li>
      <div>
        <StatusIndicator type="success">{copyIntake.share(number, custodian)}</StatusIndicator>
        <Box variant="small" display="block">
          <span className="breakable">{file ?? copyIntake.shareTyped}</span>
        </Box>
      </div>
      <Button
        variant="inline-link"
        disabled={disabled}
        ariaLabel={copyIntake.removeNamed(number, custodian)}
        onClick={() => onRemove(number)}
      >
        {copyIntake.remove}
      </Button>
    </li>
  );
}

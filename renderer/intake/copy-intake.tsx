import Alert from '@cloudscape-design/components/alert';
import Button, { type ButtonProps } from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs, { type KeyValuePairsProps } from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useRef } from 'react';
import type { FoundCopyView } from '../../main/shared/views/custody';
import { Announcement } from '../components/announcement';
import { DropZone } from '../components/drop-zone';
import { copyLack } from './copy-files';
import { IntakeFailure } from './intake-failure';
import { useFileDrops } from '../base/use-file-drops';
import { useFocusOnAsking } from '../base/use-screen';
import {
  copyFormName,
  custodiansAtHandLine,
  missingNumbersLine,
  sharesAtHandLine,
} from '../words/custody/copies';
import { announceCopy, copyIntake, foundCopyTitle } from '../words/custody/copy-intake';
import { shownOf, type Work } from '../base/work';

export interface CopyIntakeProps {
  readonly copy: Work<FoundCopyView>;
  /** How often the person tried to go on without a copy, or with one that lacks something. */
  readonly askedTooEarly: number;
  readonly onChoose: () => void;
  readonly onDrop: (files: readonly File[]) => void;
  readonly disabled?: boolean;
}

/** Takes a sealed copy, with its identity file if it needs one, or shares; says what is there and what is missing. */
export function CopyIntake({ copy, askedTooEarly, onChoose, onDrop, disabled = false }: CopyIntakeProps) {
  const isDragging = useFileDrops(onDrop);
  const view = shownOf(copy);
  const lack = view && copyLack(view);
  const isMissing = view === undefined || lack !== undefined;
  const chooseFiles = useRef<ButtonProps.Ref>(null);
  useFocusOnAsking(isMissing ? askedTooEarly : 0, chooseFiles);
  return (
    <div>
      <Announcement text={view ? announceCopy(view) : ''} />
      <SpaceBetween size="l">
        <IntakeFailure work={copy} />
        <DropZone
          text={view ? copyIntake.dropAnother : copyIntake.drop}
          hint={copyIntake.dropHint}
          releaseText={copyIntake.release}
          isDragging={isDragging}
          isCompact={view !== undefined}
          busyText={copy.at === 'working' ? copyIntake.looking : ''}
          errorText={askedTooEarly > 0 && isMissing ? missingText(lack) : ''}
        >
          <Button ref={chooseFiles} iconName="file" disabled={disabled} onClick={onChoose}>
            {copyIntake.choose}
          </Button>
        </DropZone>
        {view && (
          <Container
            header={
              <Header variant="h2" description={copyIntake.unopened}>
                {foundCopyTitle(view)}
              </Header>
            }
          >
            <KeyValuePairs columns={2} items={[...pairs(view)]} />
          </Container>
        )}
        {lack && (
          <Alert type="warning" header={copyIntake.lacks[lack].title}>
            {copyIntake.lacks[lack].text}
          </Alert>
        )}
      </SpaceBetween>
    </div>
  );
}

function missingText(lack: ReturnType<typeof copyLack>): string {
  return lack === undefined ? copyIntake.missing : `${copyIntake.lacks[lack].title}.`;
}

function pairs(view: FoundCopyView): readonly KeyValuePairsProps.Pair[] {
  const { labels } = copyIntake;
  const { form, files, hasIdentity, shares } = view;
  const file = { label: labels.files, value: <span className="fact">{files.join('\n')}</span> };
  if (shares !== undefined) {
    const missing = missingNumbersLine(shares);
    return [
      { label: labels.set, value: shares.serial },
      { label: labels.needed, value: copyIntake.needed(shares.threshold, shares.count) },
      {
        label: labels.atHand,
        value: (
          <StatusIndicator type={copyLack(view) === undefined ? 'success' : 'warning'}>
            {sharesAtHandLine(shares)}
          </StatusIndicator>
        ),
      },
      {
        label: labels.custodians,
        value: <span className="breakable">{custodiansAtHandLine(shares)}</span>,
      },
      ...(missing === undefined ? [] : [{ label: labels.missing, value: missing }]),
      file,
    ];
  }
  return [
    file,
    { label: labels.form, value: copyFormName(form) },
    ...(form === 'recipients'
      ? [
          {
            label: labels.identity,
            value: (
              <StatusIndicator type={hasIdentity ? 'success' : 'warning'}>
                {hasIdentity ? copyIntake.identityHere : copyIntake.identityMissing}
              </StatusIndicator>
            ),
          },
        ]
      : []),
  ];
}

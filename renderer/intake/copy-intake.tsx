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
import { CollectedShares } from './collected-shares';
import { IntakeFailure } from './intake-failure';
import { TypedShare } from './typed-share';
import { Failure } from '../base/failure';
import { useFileDrops } from '../base/use-file-drops';
import { useFocusOnAsking, useFocusWhenLost } from '../base/use-screen';
import { copyFormName } from '../words/custody/copies';
import { announceCopy, copyIntake, foundCopyTitle } from '../words/custody/copy-intake';
import { shownOf, type Work } from '../base/work';

export interface CopyIntakeProps {
  readonly copy: Work<FoundCopyView>;
  /** How often the person tried to go on without a copy, or with one that lacks something. */
  readonly askedTooEarly: number;
  readonly onChoose: () => void;
  readonly onDrop: (files: readonly File[]) => void;
  readonly onType: (typed: Uint8Array) => void;
  readonly onRemove: (number: number) => void;
  readonly disabled: boolean;
}

/**
 * Takes a sealed copy, with its identity file if it needs one, or shares, one after the other; says what is there and
 * what is missing.
 */
export function CopyIntake({ copy, askedTooEarly, disabled, ...intents }: CopyIntakeProps) {
  const isDragging = useFileDrops(intents.onDrop);
  const view = shownOf(copy);
  const lack = view && copyLack(view);
  const isMissing = view === undefined || lack !== undefined;
  const chooseFiles = useRef<ButtonProps.Ref>(null);
  useFocusOnAsking(isMissing ? askedTooEarly : 0, chooseFiles);
  const shares = view?.shares;
  const place = useRef<HTMLDivElement>(null);
  useFocusWhenLost(String(shares?.have.length), place);
  return (
    <div ref={place} tabIndex={-1} className="quiet-focus">
      <Announcement text={view ? announceCopy(view) : ''} />
      <SpaceBetween size="l">
        <IntakeFailure work={copy} />
        {copy.at === 'ready' && shares?.refused && (
          <Failure error={shares.refused} takesFocus verdict={copyIntake.othersStay} />
        )}
        <DropZone
          text={dropText(view)}
          hint={copyIntake.dropHint}
          releaseText={copyIntake.release}
          isDragging={isDragging}
          isCompact={view !== undefined}
          busyText={copy.at === 'working' ? copyIntake.looking : ''}
          errorText={askedTooEarly > 0 && isMissing ? missingText(lack) : ''}
        >
          <Button ref={chooseFiles} iconName="file" disabled={disabled} onClick={intents.onChoose}>
            {copyIntake.choose}
          </Button>
        </DropZone>
        {(!view || shares) && <TypedShare disabled={disabled} onType={intents.onType} />}
        {view && shares && (
          <CollectedShares view={view} shares={shares} disabled={disabled} onRemove={intents.onRemove} />
        )}
        {view && !shares && (
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
        {lack === 'identity' && (
          <Alert type="warning" header={copyIntake.lacks[lack].title}>
            {copyIntake.lacks[lack].text}
          </Alert>
        )}
      </SpaceBetween>
    </div>
  );
}

function dropText(view: FoundCopyView | undefined): string {
  if (view === undefined) return copyIntake.drop;
  return view.shares === undefined ? copyIntake.dropAnother : copyIntake.dropShare;
}

function missingText(lack: ReturnType<typeof copyLack>): string {
  return lack === undefined ? copyIntake.missing : `${copyIntake.lacks[lack].title}.`;
}

function pairs({ form, files, hasIdentity }: FoundCopyView): readonly KeyValuePairsProps.Pair[] {
  const { labels } = copyIntake;
  return [
    { label: labels.files, value: <span className="fact">{files.join('\n')}</span> },
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

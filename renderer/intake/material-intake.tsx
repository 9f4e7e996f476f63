import Button, { type ButtonProps } from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRef } from 'react';
import type { MaterialView } from '../../main/shared/views/app';
import { Announcement } from '../components/announcement';
import { DropZone } from '../components/drop-zone';
import { IntakeFailure } from './intake-failure';
import { useFileDrops } from '../base/use-file-drops';
import { useFocusOnAsking } from '../base/use-screen';
import {
  announceMaterial,
  materialFile,
  materialFormName,
  materialKindName,
} from '../words/custody/material';
import { savedPage } from '../words/wrap-offline/saved';
import { shownOf, type Work } from '../base/work';

export interface MaterialIntakeProps {
  readonly file: Work<MaterialView>;
  readonly hint: string;
  /** How often the person tried to go on without a file. */
  readonly askedTooEarly: number;
  readonly onChoose: () => void;
  readonly onDrop: (files: readonly File[]) => void;
}

/** Takes the file with the person's own key material, and says what it is. */
export function MaterialIntake({ file, hint, askedTooEarly, onChoose, onDrop }: MaterialIntakeProps) {
  const isDragging = useFileDrops(onDrop);
  const view = shownOf(file);
  const { labels } = materialFile;
  const chooseFile = useRef<ButtonProps.Ref>(null);
  useFocusOnAsking(view ? 0 : askedTooEarly, chooseFile);
  return (
    <div>
      <Announcement text={view ? announceMaterial(view) : ''} />
      <SpaceBetween size="l">
        <IntakeFailure work={file} />
        <DropZone
          text={view ? materialFile.dropAnother : materialFile.drop}
          hint={hint}
          releaseText={materialFile.release}
          isDragging={isDragging}
          isCompact={view !== undefined}
          busyText={file.at === 'working' ? materialFile.reading : ''}
          errorText={askedTooEarly > 0 && !view ? materialFile.missing : ''}
        >
          <Button ref={chooseFile} iconName="file" onClick={onChoose}>
            {materialFile.choose}
          </Button>
        </DropZone>
        {view && (
          <Container header={<Header variant="h2">{materialFile.title}</Header>}>
            <KeyValuePairs
              columns={4}
              items={[
                { label: labels.file, value: <span className="breakable">{view.fileName}</span> },
                { label: labels.kind, value: materialKindName(view) },
                { label: labels.form, value: materialFormName(view.form) },
                { label: labels.length, value: savedPage.bytes(view.lengthBytes) },
              ]}
            />
          </Container>
        )}
      </SpaceBetween>
    </div>
  );
}

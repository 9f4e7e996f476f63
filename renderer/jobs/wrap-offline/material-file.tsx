import Button, { type ButtonProps } from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRef } from 'react';
import { Announcement } from '../../components/announcement';
import { DropZone } from '../../components/drop-zone';
import { useFileDrops } from '../../use-file-drops';
import { settledOf } from '../../work';
import { useFocusOnAsking } from '../../use-screen';
import { announceMaterial, materialFile, materialFormName, materialKindName } from '../../words/material';
import { savedPage } from '../../words/saved';
import { Failure } from '../../failure';
import type { MaterialStepContentProps } from './material-step-props';
import { canGenerate, missingMaterial } from './selectors';

export function MaterialFile({ state, intents }: MaterialStepContentProps) {
  const isDragging = useFileDrops(intents.dropMaterialFile);
  const { file, lengthBytes } = state.draft;
  const shown = settledOf(file);
  const view = shown.at === 'ready' ? shown.view : undefined;
  const { labels } = materialFile;
  const chooseFile = useRef<ButtonProps.Ref>(null);
  useFocusOnAsking(missingMaterial(state) === 'file' ? state.askedTooEarly : 0, chooseFile);
  return (
    <SpaceBetween size="l">
      <Announcement text={view ? announceMaterial(view) : ''} />
      {file.at === 'failed' && <Failure error={file.error} takesFocus />}
      <DropZone
        text={view ? materialFile.dropAnother : materialFile.drop}
        hint={canGenerate(state) ? materialFile.symmetricHint(lengthBytes ?? 32) : materialFile.privateHint}
        releaseText={materialFile.release}
        isDragging={isDragging}
        isCompact={view !== undefined}
        busyText={file.at === 'working' ? materialFile.reading : ''}
        errorText={state.askedTooEarly > 0 && missingMaterial(state) === 'file' ? materialFile.missing : ''}
      >
        <Button ref={chooseFile} iconName="file" onClick={intents.chooseMaterialFile}>
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
  );
}

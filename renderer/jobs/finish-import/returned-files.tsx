import Alert from '@cloudscape-design/components/alert';
import Button, { type ButtonProps } from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs, { type KeyValuePairsProps } from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRef } from 'react';
import type { ReturnedMaterialView } from '../../../main/shared/views/app';
import { Announcement } from '../../components/announcement';
import { DropZone } from '../../components/drop-zone';
import { IntakeFailure } from '../../intake/intake-failure';
import { useFileDrops } from '../../base/use-file-drops';
import { useFocusOnAsking } from '../../base/use-screen';
import { rotateWords } from '../../words/look-after/acts-rotate';
import {
  announceReturned,
  finishImportPage,
  returnedFormName,
} from '../../words/finish-import/finish-import';
import { ExpiryAlert, TimeLeft } from '../../base/time-left';
import { returnedOf } from './selectors';
import type { FinishState } from './state';
import type { FinishIntents } from './use-finish';
import { FactValue } from '../../base/fact-value';

export interface ReturnedFilesProps {
  readonly state: FinishState;
  readonly intents: FinishIntents;
}

export function ReturnedFiles({ state, intents }: ReturnedFilesProps) {
  const isDragging = useFileDrops(intents.dropFiles);
  const { returned, askedTooEarly } = state;
  const view = returnedOf(state);
  const chooseFiles = useRef<ButtonProps.Ref>(null);
  useFocusOnAsking(view ? 0 : askedTooEarly, chooseFiles);
  return (
    <div>
      <Announcement text={view ? announceReturned(view) : ''} />
      <SpaceBetween size="l">
        <IntakeFailure work={returned} />
        <DropZone
          text={view ? finishImportPage.dropAnother : finishImportPage.drop}
          hint={finishImportPage.dropHint}
          releaseText={finishImportPage.release}
          isDragging={isDragging}
          isCompact={view !== undefined}
          busyText={returned.at === 'working' ? finishImportPage.reading : ''}
          errorText={askedTooEarly > 0 && !view ? finishImportPage.missing : ''}
        >
          <Button ref={chooseFiles} iconName="file" onClick={intents.chooseFiles}>
            {finishImportPage.chooseFiles}
          </Button>
        </DropZone>
        {view && (
          <SpaceBetween size="l">
            <ExpiryAlert validTo={view.validTo} askedTooEarly={0} />
            {view.isNew && (
              <Alert type="info" header={rotateWords.returned.title}>
                {rotateWords.returned.text}
              </Alert>
            )}
            <Container header={<Header variant="h2">{finishImportPage.found}</Header>}>
              <KeyValuePairs columns={2} items={pairs(view)} />
            </Container>
          </SpaceBetween>
        )}
      </SpaceBetween>
    </div>
  );
}

function pairs(view: ReturnedMaterialView): readonly KeyValuePairsProps.Pair[] {
  const { labels } = finishImportPage;
  const known = (label: string, value: string | undefined): readonly KeyValuePairsProps.Pair[] =>
    value === undefined ? [] : [{ label, value: <FactValue label={label} value={value} /> }];
  return [
    ...known(labels.keyId, view.keyId),
    { label: labels.validity, value: <TimeLeft validTo={view.validTo} /> },
    ...known(labels.account, view.accountId),
    ...known(labels.region, view.region),
    ...known(labels.form, returnedFormName(view.form)),
    ...known(labels.files, view.files.join(', ')),
    ...known(labels.wrappingAlgorithm, view.wrappingAlgorithm),
    ...known(labels.checkValue, view.checkValue),
    ...known(labels.keyArn, view.keyArn),
  ];
}

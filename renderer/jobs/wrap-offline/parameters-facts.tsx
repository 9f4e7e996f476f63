import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs, { type KeyValuePairsProps } from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { hashOf, type WrappingAlgorithm } from '../../../main/shared/kms-words';
import type { ParametersView } from '../../../main/shared/views/app';
import { Term } from '../../components/term';
import { Fingerprint } from '../../components/fingerprint';
import { notReadText, notReadTitle } from '../../words/shell/not-read';
import {
  fingerprintWords,
  formName,
  notSaid,
  parametersLabels,
  parametersStep,
  parametersTitle,
} from '../../words/wrap-offline/parameters';
import { sha1Warning } from '../../words/wrap-offline/wrapping-algorithms';
import { ExpiryAlert, TimeLeft } from '../../base/time-left';
import { FactValue } from '../../base/fact-value';
import { CopyText } from '../../base/copy-text';

export interface ParametersFactsProps {
  readonly view: ParametersView;
  readonly replaced: boolean;
  readonly askedTooEarly: number;
  readonly wrappingAlgorithm: WrappingAlgorithm | undefined;
  /** Shown when the files leave the algorithm open. */
  readonly algorithmQuestion: ReactNode;
}

function pairs(view: ParametersView): readonly KeyValuePairsProps.Pair[] {
  const labels = parametersLabels;
  const known = (label: string, value: string | undefined): readonly KeyValuePairsProps.Pair[] =>
    value === undefined ? [] : [{ label, value: <FactValue label={label} value={value} /> }];
  return [
    ...known(labels.keyId, view.keyId ?? notSaid.keyId),
    { label: labels.validity, value: <TimeLeft validTo={view.validTo} /> },
    ...known(labels.account, view.accountId),
    ...known(labels.region, view.region),
    ...known(labels.wrappingAlgorithm, view.wrappingAlgorithm),
    ...known(labels.wrappingKey, view.wrappingKeySpec),
    ...known(labels.form, formName(view.form)),
    ...known(labels.files, view.files.join(', ')),
    ...known(labels.keyArn, view.keyArn),
  ];
}

/** What the import parameters are: for which key, how much time is left, and whose wrapping key it is. */
export function ParametersFacts(props: ParametersFactsProps) {
  const { view, replaced, wrappingAlgorithm } = props;
  return (
    <SpaceBetween size="l">
      <ExpiryAlert validTo={view.validTo} askedTooEarly={props.askedTooEarly} />
      {view.notRead !== undefined && (
        <Alert type="warning" header={notReadTitle}>
          {notReadText(view.notRead)}
        </Alert>
      )}
      {view.forRotation && (
        <Alert type="info" header={parametersStep.rotation.title}>
          {parametersStep.rotation.text}
        </Alert>
      )}
      {!view.tokenLooksFamiliar && (
        <Alert type="warning" header={parametersStep.unfamiliar.title}>
          {parametersStep.unfamiliar.text}
        </Alert>
      )}
      <Container header={<Header variant="h2">{parametersTitle(view, replaced)}</Header>}>
        <KeyValuePairs columns={2} items={pairs(view)} />
      </Container>
      {props.algorithmQuestion}
      {wrappingAlgorithm !== undefined && hashOf(wrappingAlgorithm) === 'sha1' && (
        <Alert type="warning" header={sha1Warning.title}>
          {sha1Warning.text}
        </Alert>
      )}
      <Container
        header={
          <Header variant="h2" info={<Term name="wrappingKey" />} description={fingerprintWords.description}>
            {fingerprintWords.title}
          </Header>
        }
      >
        <SpaceBetween size="m">
          <Fingerprint
            hexTitle={fingerprintWords.hex}
            hex={view.fingerprint.hex}
            wordsTitle={fingerprintWords.words}
            words={view.fingerprint.words}
            copy={
              <CopyText label={fingerprintWords.copy} text={view.fingerprint.hex} variant="inline-link" />
            }
          />
          <Box color="text-body-secondary">{fingerprintWords.compare}</Box>
        </SpaceBetween>
      </Container>
    </SpaceBetween>
  );
}

import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs, { type KeyValuePairsProps } from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReceiverCardView } from '../../../main/shared/views/receiver-card';
import { CopyText } from '../../base/copy-text';
import { Fingerprint } from '../../components/fingerprint';
import { fingerprintWords } from '../../words/wrap-offline/parameters';
import { knownRows } from '../../words/shell/rows';
import { multiRegionAnswers } from '../../words/create-and-import/receiver-terms';
import { cardInstant, cardWords, needsText, wantedText } from '../../words/create-and-import/receiver-card';

export interface ReceiverCardFactsProps {
  readonly card: ReceiverCardView;
  readonly onRemove: () => void;
}

/** What a card says, and how far it can be believed: who signed it comes first. */
export function ReceiverCardFacts({ card, onRemove }: ReceiverCardFactsProps) {
  const { name, script, signer, isExpired, validUntil } = card;
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={cardWords.lead}
          actions={<Button onClick={onRemove}>{cardWords.remove}</Button>}
        >
          <bdi>{cardWords.title(name)}</bdi>
        </Header>
      }
    >
      <SpaceBetween size="m">
        {isExpired && (
          <Alert type="warning" header={cardWords.expired.title}>
            {cardWords.expired.text(cardInstant(validUntil) ?? '')}
          </Alert>
        )}
        {script !== undefined && (
          <Alert type="warning" header={cardWords.script.title(script)}>
            {cardWords.script.text}
          </Alert>
        )}
        {signer ? (
          <ExpandableSection defaultExpanded headerText={cardWords.signed.title}>
            <SpaceBetween size="s">
              <Box color="text-body-secondary">{cardWords.signed.text}</Box>
              <Fingerprint
                hexTitle={fingerprintWords.hex}
                hex={signer.hex}
                wordsTitle={fingerprintWords.words}
                words={signer.words}
                copy={<CopyText label={fingerprintWords.copy} text={signer.hex} variant="inline-link" />}
              />
            </SpaceBetween>
          </ExpandableSection>
        ) : (
          <Alert type="warning" header={cardWords.unsigned.title}>
            {cardWords.unsigned.text}
          </Alert>
        )}
        <KeyValuePairs columns={2} items={pairs(card)} />
      </SpaceBetween>
    </Container>
  );
}

function pairs(card: ReceiverCardView): readonly KeyValuePairsProps.Pair[] {
  const { labels } = cardWords;
  const { name, accountId, regions, note, fileName, multiRegion } = card;
  return knownRows([
    [labels.name, name],
    [labels.account, accountId],
    [labels.regions, regions.join(', ')],
    [labels.policy, needsText(card)],
    [labels.contact, note.contact],
    [labels.wanted, wantedText(note.wanted)],
    [labels.where, note.where],
    [labels.multiRegion, multiRegion && multiRegionAnswers[multiRegion]],
    [labels.before, note.stepsBefore?.join(' ')],
    [labels.after, note.steps?.join(' ')],
    [labels.aftercare, note.aftercare?.join(' ')],
    [labels.issued, cardInstant(card.issuedAt)],
    [labels.validUntil, cardInstant(card.validUntil)],
    [labels.file, fileName],
  ]).map(([label, value]) => ({ label, value: <bdi className="breakable">{value}</bdi> }));
}

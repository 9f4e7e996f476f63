import Button, { type ButtonProps } from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRef } from 'react';
import { Announcement } from '../../components/announcement';
import { DropZone } from '../../components/drop-zone';
import { IntakeFailure } from '../../intake/intake-failure';
import { SetByOrganisation, useOrganisation } from '../../base/set-by-organisation';
import { useFileDrops } from '../../base/use-file-drops';
import { cardWords } from '../../words/create-and-import/receiver-card';
import { organisation } from '../../words/shell/organisation';
import { cardOf } from './selectors';
import type { DraftState } from './state';
import type { DraftIntents } from './use-draft';
import { ReceiverCardFacts } from './receiver-card-facts';

export interface ReceiverCardIntakeProps {
  readonly state: DraftState;
  readonly intents: DraftIntents;
}

/** Takes a receiver card instead of typing; says what it holds and who signed it. */
export function ReceiverCardIntake({ state, intents }: ReceiverCardIntakeProps) {
  const isDragging = useFileDrops(intents.dropCard);
  const { receiverCardKeys } = useOrganisation();
  const card = cardOf(state);
  const choose = useRef<ButtonProps.Ref>(null);
  const remove = (): void => {
    intents.dispatch({ type: 'cardRemoved' });
    // The button that was pressed goes with the card.
    choose.current?.focus();
  };
  return (
    <div>
      <Announcement text={card ? cardWords.announce(card.name) : ''} />
      <SpaceBetween size="l">
        <IntakeFailure work={state.card} />
        <DropZone
          text={card ? cardWords.dropAnother : cardWords.drop}
          releaseText={cardWords.release}
          isDragging={isDragging}
          isCompact
          busyText={state.card.at === 'working' ? cardWords.looking : ''}
          errorText=""
        >
          <Button ref={choose} iconName="file" onClick={intents.chooseCard}>
            {cardWords.choose}
          </Button>
        </DropZone>
        {receiverCardKeys && <SetByOrganisation text={organisation.cardKeys} />}
        {card && <ReceiverCardFacts card={card} onRemove={remove} />}
      </SpaceBetween>
    </div>
  );
}

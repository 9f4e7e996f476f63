import Button from '@cloudscape-design/components/button';
import { limits } from '../../../../main/shared/limits';
import { chooseWords } from '../../../words/look-after/many';

export type ManyWork = 'remind' | 'extend' | 'disable';

export interface ChosenBarProps {
  readonly count: number;
  readonly onMany: (what: ManyWork) => void;
  readonly onNone: () => void;
}

/** What can be done with the chosen keys; nothing while none is chosen. */
export function ChosenBar({ count, onMany, onNone }: ChosenBarProps) {
  const isTooMany = count > limits.maxChosenKeys;
  return (
    <div className="chosen-bar" role="group" aria-label={chooseWords.bar}>
      <span role="status">
        {count > 0 && chooseWords.count(count)} {isTooMany && chooseWords.tooMany}
      </span>
      {count > 0 && (
        <>
          <Button iconName="calendar" disabled={isTooMany} onClick={() => onMany('remind')}>
            {chooseWords.remind}
          </Button>
          <Button disabled={isTooMany} onClick={() => onMany('extend')}>
            {chooseWords.extend}
          </Button>
          <Button disabled={isTooMany} onClick={() => onMany('disable')}>
            {chooseWords.disable}
          </Button>
          <Button variant="link" onClick={onNone}>
            {chooseWords.none}
          </Button>
        </>
      )}
    </div>
  );
}

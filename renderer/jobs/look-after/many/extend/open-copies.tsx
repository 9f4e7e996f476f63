import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useRef, useState } from 'react';
import { Announcement } from '../../../../components/announcement';
import { PassphraseField } from '../../../../intake/passphrase-field';
import { useFocusOnAsking } from '../../../../base/use-screen';
import { errorWords } from '../../../../words/errors';
import { copiesPanel } from '../../../../words/look-after/many-extend';
import type { Copies } from './use-copies';

/** One passphrase for all copies, and one of its own for each that this did not open. */
export function OpenCopies({ copies, isNext }: { readonly copies: Copies; readonly isNext: boolean }) {
  const { unopened, opening, typed, isTyped, errorOf } = copies;
  const [askedTooEarly, setAskedTooEarly] = useState(0);
  const field = useRef<{ focus(): void }>(null);
  useFocusOnAsking(askedTooEarly, field);
  const opened = copies.copies.filter(({ isOpened }) => isOpened).length;
  const isBusy = opening !== undefined;
  const progress = opening ? copiesPanel.opening(opening.done + 1, opening.all) : '';
  const open = (): void => (isTyped ? copies.open() : setAskedTooEarly(askedTooEarly + 1));
  const refused = unopened.filter((copy) => errorOf(copy) !== undefined);
  const fresh = unopened.length - refused.length;
  return (
    <SpaceBetween size="m">
      <Announcement text={progress} />
      {opened > 0 && <StatusIndicator type="success">{copiesPanel.opened(opened)}</StatusIndicator>}
      {copies.copies.length > 0 && unopened.length === 0 && opened === 0 && (
        <StatusIndicator type="warning">{copiesPanel.noneBelongs}</StatusIndicator>
      )}
      {fresh > 0 && (
        <PassphraseField
          isNew={false}
          label={copiesPanel.passphrase}
          description={copiesPanel.passphraseText}
          value={typed.shared}
          errorText={askedTooEarly > 0 && !isTyped ? copiesPanel.passphraseMissing : ''}
          disabled={isBusy}
          focusRef={field}
          onChange={(value) => copies.type(value)}
          onEnter={open}
        />
      )}
      {refused.map((copy) => (
        <PassphraseField
          key={copy.copy}
          isNew={false}
          label={copiesPanel.passphraseOf(copy.file)}
          value={typed.own.get(copy.copy) ?? ''}
          errorText={errorTitle(errorOf(copy))}
          disabled={isBusy}
          onChange={(value) => copies.type(value, copy.copy)}
          onEnter={open}
        />
      ))}
      {unopened.length > 0 && (
        <Button
          variant={isNext ? 'primary' : 'normal'}
          loading={isBusy}
          loadingText={progress}
          onClick={open}
        >
          {isBusy ? progress : copiesPanel.open(unopened.length)}
        </Button>
      )}
    </SpaceBetween>
  );
}

function errorTitle(error: ReturnType<Copies['errorOf']>): string {
  if (error === undefined) return '';
  const { title, next } = errorWords(error, new Date());
  return `${title}. ${next}`;
}

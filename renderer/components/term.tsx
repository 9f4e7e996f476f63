import Popover from '@cloudscape-design/components/popover';
import { terms, type TermName } from '../words/shell/terms';

/** A question beside a word, which opens a short explanation of it. */
export function Term({ name }: { readonly name: TermName }) {
  const { question, text } = terms[name];
  return (
    <Popover
      triggerType="text-inline"
      size="medium"
      header={question}
      dismissAriaLabel={terms.close}
      content={text}
    >
      <span className="term">{question}</span>
    </Popover>
  );
}

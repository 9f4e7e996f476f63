import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { pages } from 'virtual:guide';
import { reportPlace } from '../base/help';
import { guideWords, supportReport } from '../words/guide/guide';
import { FoundPlaces } from './found-places';
import { headingId, PageBlocks } from './page-blocks';
import { createSearch } from './search';
import { SupportReport } from './support-report';
import '../styles/guide.css';

export interface GuidePanelProps {
  /** A page, with `#` and a heading where it is not its top; or the report. */
  readonly place: string;
  /** Whenever it changes, the place takes the focus. */
  readonly asked: number;
  readonly onPlace: (place: string) => void;
  /** Undefined where there is nothing before. */
  readonly onBack: (() => void) | undefined;
  readonly onClose: () => void;
}

/** The guide beside the work, which it covers only in a narrow window, and never changes. */
export function GuidePanel({ place, asked, onPlace, onBack, onClose }: GuidePanelProps) {
  const [typed, setTyped] = useState('');
  const title = useRef<HTMLHeadingElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const search = useMemo(() => createSearch(pages), []);
  const [id, heading] = place.split('#');
  const page = pages.find((one) => one.id === id);
  useEffect(() => {
    const target = heading === undefined ? undefined : document.getElementById(headingId(heading));
    (target ?? title.current)?.focus();
    if (target) target.scrollIntoView();
    else body.current?.scrollTo(0, 0);
  }, [place, heading, asked]);
  const follow = (to: string): void => {
    setTyped('');
    onPlace(to);
  };
  const closeWithEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
    event.stopPropagation();
    if (typed === '') onClose();
    else setTyped('');
  };
  return (
    // Escape closes it from wherever the focus is in it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside className="guide" aria-label={guideWords.title} onKeyDown={closeWithEscape}>
      <div className="guide-head">
        {onBack && (
          <Button iconName="angle-left" onClick={onBack}>
            {guideWords.back}
          </Button>
        )}
        <Button onClick={() => follow('README')}>{guideWords.contents}</Button>
        <span className="guide-head-end">
          <Button variant="icon" iconName="close" ariaLabel={guideWords.close} onClick={onClose} />
        </span>
      </div>
      <div className="guide-search">
        <FormField label={guideWords.search} description={guideWords.searchHint} stretch>
          <Input
            type="search"
            value={typed}
            onChange={({ detail }) => setTyped(detail.value)}
            clearAriaLabel={guideWords.clear}
          />
        </FormField>
      </div>
      <div className="guide-body" ref={body}>
        {typed.trim() !== '' && <FoundPlaces found={search(typed)} onFollow={follow} />}
        <div hidden={typed.trim() !== ''}>
          <h2 ref={title} tabIndex={-1}>
            {place === reportPlace ? supportReport.open : (page?.title ?? guideWords.title)}
          </h2>
          {place === reportPlace && <SupportReport />}
          {page && <PageBlocks blocks={page.blocks} onFollow={follow} />}
          {page && (
            <div className="guide-foot">
              {page.id === 'support' && (
                <Button onClick={() => follow(reportPlace)}>{supportReport.open}</Button>
              )}
              <Button onClick={() => window.print()}>{guideWords.print}</Button>
            </div>
          )}
        </div>
      </div>
    </aside>
  );
}

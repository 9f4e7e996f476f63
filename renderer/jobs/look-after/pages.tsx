import Button from '@cloudscape-design/components/button';
import { pagesWords } from '../../words/look-after/list';

export interface PagesProps {
  /** From 0. */
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
}

/** Leads through a long list; nothing where there is one page. */
export function Pages({ page, pages, onPage }: PagesProps) {
  if (pages < 2) return null;
  return (
    <nav className="pages" aria-label={pagesWords.label}>
      <Button
        iconName="angle-left"
        variant="icon"
        ariaLabel={pagesWords.previous}
        disabled={page === 0}
        onClick={() => onPage(page - 1)}
      />
      <span role="status">{pagesWords.page(page + 1, pages)}</span>
      <Button
        iconName="angle-right"
        variant="icon"
        ariaLabel={pagesWords.next}
        disabled={page === pages - 1}
        onClick={() => onPage(page + 1)}
      />
    </nav>
  );
}

import { guideWords } from '../words/guide/guide';
import type { Found } from './search';

export interface FoundPlacesProps {
  readonly found: readonly Found[];
  readonly onFollow: (to: string) => void;
}

/** What the search finds, best first; how many is read out as somebody types. */
export function FoundPlaces({ found, onFollow }: FoundPlacesProps) {
  return (
    <section aria-label={guideWords.results}>
      <p role="status">{guideWords.found(found.length)}</p>
      <ul className="guide-found">
        {found.map(({ to, title, pageTitle, excerpt }) => (
          <li key={to}>
            <button type="button" className="guide-link" onClick={() => onFollow(to)}>
              {title}
            </button>
            {pageTitle !== '' && <span className="quiet"> – {pageTitle}</span>}
            <div className="quiet">{excerpt}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}

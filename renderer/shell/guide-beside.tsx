import { lazy, Suspense } from 'react';
import { guideWords } from '../words/guide/guide';
import type { Guide, GuideIntents } from './use-guide';

const GuidePanel = lazy(async () => ({ default: (await import('../guide/guide-panel')).GuidePanel }));

export interface GuideBesideProps {
  readonly guide: Guide;
  readonly intents: GuideIntents;
}

/** The guide while it is open; nothing of it is loaded before. */
export function GuideBeside({ guide: { places, asked }, intents }: GuideBesideProps) {
  const place = places.at(-1);
  if (place === undefined) return null;
  return (
    <Suspense fallback={<p className="visually-hidden">{guideWords.loading}</p>}>
      <GuidePanel
        place={place}
        asked={asked}
        onPlace={intents.follow}
        onBack={intents.back}
        onClose={intents.close}
      />
    </Suspense>
  );
}

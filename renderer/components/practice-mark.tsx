export interface PracticeMarkProps {
  readonly mark: string;
  readonly text: string;
}

/** A bar that stays in sight while the page scrolls, and a mark across the page; on every screen of a practice run. */
export function PracticeMark({ mark, text }: PracticeMarkProps) {
  return (
    <>
      <section className="practice-bar" aria-label={mark}>
        <strong className="practice-bar-mark">{mark}</strong>
        <span>{text}</span>
      </section>
      <div className="practice-watermark" aria-hidden="true" />
    </>
  );
}

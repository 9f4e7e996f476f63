export interface PracticeMarkProps {
  readonly mark: string;
  readonly text: string;
}

/** On every screen of a practice run: a bar that stays in sight while one scrolls, and a mark across the page. */
export function PracticeMark({ mark, text }: PracticeMarkProps) {
  return (
    <>
      <div className="practice-bar" role="note">
        <strong className="practice-bar-mark">{mark}</strong>
        <span>{text}</span>
      </div>
      <div className="practice-watermark" aria-hidden="true" />
    </>
  );
}

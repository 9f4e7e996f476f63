import type { ReactNode } from 'react';
import { paperWords } from '../words/printed/paper';

export interface PaperProps {
  readonly title: string;
  /** Who the document is for. */
  readonly audience: string;
  readonly isPractice: boolean;
  readonly madeBy: string;
  /** When it was made, in words. */
  readonly made: string;
  readonly lead: string;
  readonly children: ReactNode;
}

/** What every printed document begins with. */
export function Paper({ title, audience, isPractice, madeBy, made, lead, children }: PaperProps) {
  return (
    <main>
      <header>
        <p className="brand">{paperWords.brand}</p>
        <p className="audience">{audience}</p>
      </header>
      {isPractice && <p className="practice">{paperWords.practice}</p>}
      <h1>{title}</h1>
      <p className="made">{paperWords.made(made, madeBy)}</p>
      <p className="lead">{lead}</p>
      {children}
    </main>
  );
}

export interface SectionProps {
  readonly title: string;
  /** Whether it stays on one page. */
  readonly isWhole?: boolean;
  readonly children: ReactNode;
}

export function Section({ title, isWhole = false, children }: SectionProps) {
  return (
    <section className={isWhole ? 'whole' : undefined}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

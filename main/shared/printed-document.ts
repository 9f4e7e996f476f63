import type { HandOverView } from './views/aws';
import type { CeremonyRecordView, CustodySection, MaterialSection } from './views/record';
import type { Result } from './result';

/** The documents that the app prints. `madeAt`: ISO 8601, UTC. */
export type PrintedDocument = { readonly madeAt: string; readonly madeBy: string } & (
  | {
      readonly kind: 'hand-over';
      readonly handOver: HandOverView;
      /** Whom the receiver contacts to have the key withdrawn, as the person typed it; absent if nothing was typed. */
      readonly contact?: string;
    }
  | ({ readonly kind: 'successor-card' } & SuccessorFacts)
  | {
      readonly kind: 'record';
      readonly record: CeremonyRecordView;
      /** Base name of the file that the signatures are for. */
      readonly fileName: string;
    }
);

/** What a successor, who was not at the ceremony, needs to import the same key material again. */
export interface SuccessorFacts {
  readonly mode: CeremonyRecordView['ceremony']['mode'];
  /** A key that the app created has it as the value of its tag `keyferry:ceremony`. */
  readonly ceremonyId: string;
  readonly key: CeremonyRecordView['key'];
  readonly material: MaterialSection;
  readonly custody: CustodySection;
  /** Who uses the key, and whether it was told the ARN of the alias, which then has to stay. */
  readonly receiver: { readonly name: string; readonly mayUseAlias: boolean } | 'none';
}

/** What a printed page gets: the document, and the title for the PDF. */
export interface PrintedFacts {
  readonly title: string;
  readonly document: PrintedDocument;
}

/** Makes the PDF. Error: print.failed. */
export type PrintPdf = (document: PrintedDocument) => Promise<Result<Uint8Array>>;

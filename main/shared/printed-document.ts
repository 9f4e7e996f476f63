import type { HandOverView } from './views/aws';
import type { CeremonyRecordView } from './views/record';
import type { Result } from './result';

/** What the app makes PDFs of. `madeAt`: ISO 8601, UTC. */
export type PrintedDocument = { readonly madeAt: string; readonly madeBy: string } & (
  | {
      readonly kind: 'hand-over';
      readonly handOver: HandOverView;
      /** Whom the receiver turns to when the key is to be withdrawn, as the person typed it; absent where none was given. */
      readonly contact?: string;
    }
  | ({ readonly kind: 'successor-card' } & SuccessorFacts)
  | {
      readonly kind: 'record';
      readonly record: CeremonyRecordView;
      /** Base name of the file that the paper is signed for. */
      readonly fileName: string;
    }
);

/** What somebody needs who has to import the same key material one day, and was not there when it was made. */
export interface SuccessorFacts {
  readonly mode: CeremonyRecordView['ceremony']['mode'];
  /** Also the value of the tag `keyferry:ceremony` of a key that the app created. */
  readonly ceremonyId: string;
  readonly key: CeremonyRecordView['key'];
  readonly material: CeremonyRecordView['material'];
  readonly custody: CeremonyRecordView['custody'];
}

/** What a printed page is given: the document, and the title that the PDF gets. */
export interface PrintedFacts {
  readonly title: string;
  readonly document: PrintedDocument;
}

/** Makes the PDF. Error: print.failed. */
export type PrintPdf = (document: PrintedDocument) => Promise<Result<Uint8Array>>;

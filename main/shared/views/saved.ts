export type { SavedView } from '../../schemas/saved';

/** Where a file was saved: enough to tell a person, and to show it. */
export interface SavedPlaceView {
  /** Names the file for showSavedFiles and openSavedPdf. */
  readonly saved: string;
  /** Base name. */
  readonly folderName: string;
}

/** Reminders that were saved together. */
export interface SavedRemindersView extends SavedPlaceView {
  /** Base names: of a calendar, or of a template for each Region. */
  readonly fileNames: readonly string[];
  /** How many keys they are for. */
  readonly keys: number;
}

/** Records that were saved together, each with its page to sign and its successor card where these could be made. */
export interface SavedRecordsView extends SavedPlaceView {
  /** Base names of the records. */
  readonly fileNames: readonly string[];
  /** How many successor cards there are: none for work without key material. */
  readonly cards: number;
}

/** One file that was saved at the place that a person chose. */
export interface SavedOneView extends SavedPlaceView {
  /** Base name. */
  readonly fileName: string;
}

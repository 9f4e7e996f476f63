export type { SavedView } from '../../schemas/saved';

/** Where a file was saved: enough to tell a person, and to show it. */
export interface SavedPlaceView {
  /** Names the file for showSavedFiles and openSavedPdf. */
  readonly saved: string;
  /** Base name. */
  readonly folderName: string;
}

/** One file that was saved at the place that a person chose. */
export interface SavedOneView extends SavedPlaceView {
  /** Base name. */
  readonly fileName: string;
}

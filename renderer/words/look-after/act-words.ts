/** What an act is called, and what it does, wherever it is named. */
export interface ActWords {
  /** On the button, and in the title of its page. */
  readonly title: string;
  /** Beside the button: what happens. */
  readonly text: string;
  /** On its page: what it means for those who use the key, and the way back. */
  readonly lead: string;
  readonly running: string;
  /** How it ended, as a title; `key` is its name. */
  readonly done: (key: string) => string;
  readonly doneText: string;
  /** In lists of work, records and papers. */
  readonly job: string;
}

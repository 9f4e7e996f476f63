/**
 * What a document says of the key material it belongs to, beside what AWS says of a key. Nothing of it was opened, and
 * none of it is proof: that comes when the copy is opened and AWS takes what is in it.
 */
export interface CopyMatchView {
  readonly what: 'sealed-copy' | 'shares' | 'record';
  /** Base names. */
  readonly files: readonly string[];
  readonly verdict: CopyVerdict;
}

export type CopyVerdict =
  /**
   * Of this key. `by`: what says so. `materialId`: of which material; absent where only the key is known, and it has
   * several. `madeFor`: the ARN of another key that it was made for, whose material this key has as well.
   */
  | {
      readonly is: 'this';
      readonly by: 'material-id' | 'check-value' | 'serial' | 'file' | 'key';
      readonly materialId?: string;
      readonly madeFor?: string;
    }
  /** It names this key, but none of the key's materials. */
  | { readonly is: 'no-material' }
  /** `keyArn`: that it names, if it names one. */
  | { readonly is: 'other'; readonly keyArn?: string }
  /** Practice for a real key, or the other way round. */
  | { readonly is: 'other-mode' }
  /** It says too little unopened: `passphrase` and `recipients` say what a sealed copy opens with. */
  | { readonly is: 'unknown'; readonly why: 'passphrase' | 'recipients' | 'says-too-little' };

/** What lies in a folder of copies, beside several keys. */
export interface FolderMatchView {
  /** Absent where files were brought, and no folder. */
  readonly folderName?: string;
  readonly files: readonly FolderFile[];
}

/** `file`: its base name. */
export type FolderFile =
  /**
   * `copy`: a handle, to open it. `of`: the keys that it belongs to, by what it says unopened. `mayBeOfOthers`: whether
   * it says too little for at least one more of them.
   */
  | {
      readonly file: string;
      readonly is: 'sealed-copy';
      readonly copy: string;
      readonly of: readonly CopyOf[];
      readonly mayBeOfOthers: boolean;
    }
  /** What is not opened here. `unread`: it may be key material itself, or it cannot be read. */
  | { readonly file: string; readonly is: 'recipients' | 'shares' | 'no-copy' | 'unread' };

/** `key`: its handle. `materialId`: absent where only the key is known, and it has several, or AWS does not list them. */
export interface CopyOf {
  readonly key: string;
  readonly materialId?: string;
}

/** The keys that a copy belongs to, by what it holds. */
export interface ProvenCopyView {
  readonly of: readonly CopyOf[];
}

/** The jobs that take a file on their first screen. */
export type JobWithFiles =
  'create-and-import' | 'wrap-offline' | 'finish-import' | 'rehearse-restore' | 'check-record';

/** Names that Keyferry and AWS give; the first that fits one of the files decides. */
const kinds: readonly (readonly [RegExp, JobWithFiles])[] = [
  [/^(?:PRACTICE )?(?:KeyferryReturnPackage.*\.json|EncryptedKeyMaterial.*\.bin)$/i, 'finish-import'],
  [/^(?:PRACTICE )?Ceremony record.*\.json$/i, 'check-record'],
  [/\.age$|^Keyferry share .+\.(?:txt|html)$/i, 'rehearse-restore'],
  [/card.*\.(?:json|jws)$/i, 'create-and-import'],
  [/\.zip$|^ImportParameters|^Wrapping(?:PublicKey|Key)|^ImportToken|\.json$/i, 'wrap-offline'],
];

/** The job that files belong to, by their names alone: what is in them is read by that job. */
export function jobOfFiles(names: readonly string[]): JobWithFiles | undefined {
  return kinds.find(([pattern]) => names.some((name) => pattern.test(name)))?.[1];
}

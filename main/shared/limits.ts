/** Limits for everything that comes from outside, in bytes unless the name says otherwise. */
export const limits = {
  /** A console download is under 10 kB; this leaves room for re-zipped copies with operating-system extras. */
  maxArchiveBytes: 256 * 1024,
  maxArchiveEntries: 32,
  maxEntryBytes: 64 * 1024,
  maxInflatedBytes: 256 * 1024,
  /** Files in one drop or one folder. */
  maxDroppedFiles: 32,
  /** ImportKeyMaterial, `CiphertextType`: 1 to 6144 bytes. */
  maxTokenBytes: 6144,
  /** An RSA 4096 private key as PKCS#8 PEM is under 4 kB. */
  maxMaterialFileBytes: 16 * 1024,
  maxCopiedTextChars: 8 * 1024,
  /** AWS has about forty Regions. */
  maxListedRegions: 64,
  /** Keys that are chosen together: their ARNs fit into one request. */
  maxChosenKeys: 200,
  /** Files in a folder of copies: one for each of so many keys, and some more. */
  maxFilesBesideCopies: 256,
  maxIpcRequestBytes: 64 * 1024,
  /** Grants of one receiver that a person chooses from. Those beyond are revoked without being asked about. */
  maxShownGrants: 300,
  maxPastedCredentialsChars: 32 * 1024,
  /** A file of a company's certificate authorities, PEM. */
  maxCertificatesBytes: 1024 * 1024,
  maxSummaryChars: 32 * 1024,
  /** For a draft, before AWS's own limits are checked. */
  maxDescriptionChars: 16 * 1024,
  maxKeyTags: 64,
  /** The first, 25 that were rotated in, and one that waits. */
  maxKeyMaterials: 27,
  maxKeyPrincipals: 200,
  /** A sealed copy of an RSA 4096 key is under 9 kB, or 42 kB with twenty post-quantum recipients; so is a share. */
  maxCopyFileBytes: 64 * 1024,
  /** The share and the sheet of each custodian, and some more. */
  maxCopyFiles: 24,
  /** A share of an RSA 4096 key is under 8 kB. */
  maxTypedShareBytes: 16 * 1024,
  maxPassphraseChars: 1024,
  /**
   * The least strength of a passphrase for a sealed copy: 2^60 guesses. Each guess fills and reads 256 MB (scrypt, work
   * factor 2^18), so a graphics card with 1 TB/s makes at most 2000 per second, and ten thousand cards 2^49 per year.
   * 2^59, half of all, would take them over nine hundred years. The 10^10 guesses that web forms call very strong take
   * them eight minutes. Ten suggested words have 110 bits.
   */
  minPassphraseBits: 60,
  minCustodians: 2,
  maxCustodians: 10,
  maxCustodianChars: 80,
  maxRecipients: 20,
  maxRecordBytes: 64 * 1024,
  /** A ceremony record is about 12 kB, and about 45 kB with the longest key policy that KMS takes. */
  maxCeremonyRecordBytes: 256 * 1024,
  maxPersonChars: 80,
  maxContactChars: 200,
  /** The settings of an organisation; with a hundred accounts they are under 4 kB. */
  maxOrganisationBytes: 8 * 1024,
  vaultTimeoutSeconds: 60,
  vaultEndSeconds: 5,
  clipboardSeconds: 60,
  /** Between the copy and its use, a person reads a page and clicks; after this time the vault ends by itself. */
  heldMaterialMinutes: 30,
  /** A receiver card is under 2 kB, signed or not. */
  maxReceiverCardBytes: 64 * 1024,
  /** A release file with fifty releases is about 100 kB. */
  maxReleaseFileBytes: 512 * 1024,
  /** KMS takes no longer policy. */
  maxStatementChars: 32 * 1024,
  /** The log on this computer; one previous log is kept as well. */
  maxLogBytes: 256 * 1024,
  /** A note is about 12 kB, and under 200 kB with the longest key policy, all tags and ten custodians. */
  maxNoteBytes: 1024 * 1024,
  /** A key of 32 bytes, sealed by the system's keychain, is under 500 bytes. */
  /** Of the licences that come with the app. */
  maxNoticesBytes: 4 * 1024 * 1024,
  maxNoteKeyBytes: 4 * 1024,
  /** How long finished work is listed: a record is signed within days, and looked for within a quarter. */
  finishedWorkDays: 90,
  /** The name of a file in the folder of notes. */
  maxNoteNameChars: 255,
} as const;

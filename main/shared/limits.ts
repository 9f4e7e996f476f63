/** Every cap on what comes from outside, in bytes unless the name says otherwise. */
export const limits = {
  /** A console download is under 10 kB; the cap leaves room for re-zipped copies with operating-system extras. */
  maxArchiveBytes: 256 * 1024,
  maxArchiveEntries: 32,
  maxEntryBytes: 64 * 1024,
  maxInflatedBytes: 256 * 1024,
  /** Files that one drop or one folder may bring. */
  maxDroppedFiles: 32,
  /** ImportKeyMaterial, `CiphertextType`: 1 to 6144 bytes. */
  maxTokenBytes: 6144,
  /** A private key in PKCS#8 PEM for RSA-4096 is under 4 kB. */
  maxMaterialFileBytes: 16 * 1024,
  maxCopiedTextChars: 8 * 1024,
  maxIpcRequestBytes: 64 * 1024,
  maxPastedCredentialsChars: 32 * 1024,
  /** A company's certificate authorities, PEM. */
  maxCertificatesBytes: 1024 * 1024,
  maxSummaryChars: 32 * 1024,
  /** Of a draft, before its rules are looked at; those are AWS's. */
  maxDescriptionChars: 16 * 1024,
  maxKeyTags: 64,
  maxKeyPrincipals: 200,
  /** A sealed copy of an RSA-4096 key is under 9 kB, and under 42 kB with twenty post-quantum recipients; a share of it, as text, is about as long. */
  maxCopyFileBytes: 64 * 1024,
  maxCopyFiles: 12,
  maxPassphraseChars: 1024,
  /**
   * What a passphrase for a sealed copy is worth at least: 2^60 guesses. Each guess fills and reads 256 MB (scrypt, work
   * factor 2^18), so a graphics card with 1 TB/s makes 2000 in a second at most, and ten thousand cards 2^49 in a year.
   * 2^59, half of all, then take nine hundred years. What web forms call very strong, 10^10 guesses, takes them eight
   * minutes. Ten suggested words have 110 bits.
   */
  minPassphraseBits: 60,
  minCustodians: 2,
  maxCustodians: 10,
  maxCustodianChars: 80,
  maxRecipients: 20,
  maxRecordBytes: 64 * 1024,
  /** A record of a ceremony is about 12 kB, and about 45 kB with the longest key policy that KMS takes. */
  maxCeremonyRecordBytes: 256 * 1024,
  maxPersonChars: 80,
  maxContactChars: 200,
  vaultTimeoutSeconds: 60,
  vaultEndSeconds: 5,
  clipboardSeconds: 60,
  /** Between the copy and its use a person reads a page and clicks; after this the vault ends by itself. */
  heldMaterialMinutes: 30,
  /** A receiver card is under 2 kB, signed or not. */
  maxReceiverCardBytes: 64 * 1024,
  /** Of the log on this computer; one older generation is kept besides. */
  maxLogBytes: 256 * 1024,
  /** A note of unfinished work is about 12 kB; with the longest key policy, all tags and ten custodians, under 200 kB. */
  maxNoteBytes: 1024 * 1024,
  /** A key of 32 bytes as the system's keychain seals it is under 500 bytes. */
  maxNoteKeyBytes: 4 * 1024,
  /** Of a file's name in the folder of notes. */
  maxNoteNameChars: 255,
} as const;

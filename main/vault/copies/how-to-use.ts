import type { MaterialKind } from '../../shared/views/app';

/** Finds the digits by the form of their line, because the document also contains these commands. */
const takeOut =
  "age --decrypt sealed-copy.age | perl -ne 'print pack q(H*), $1 if /^ +.value.: .([0-9a-f]+)/' > PlaintextKeyMaterial.bin";
const takeOutOnWindows = [
  'PS> $copy = age --decrypt sealed-copy.age | Out-String | ConvertFrom-Json',
  "PS> [byte[]]$bytes = -split ($copy.keyMaterial.value -replace '..', '0x$& ')",
  'PS> [IO.File]::WriteAllBytes((Join-Path $PWD PlaintextKeyMaterial.bin), $bytes)',
];
const checkValue =
  "perl -MDigest::SHA=hmac_sha256_hex -0777 -ne 'print substr hmac_sha256_hex(q(keyferry check value v1), $_), 0, 16' PlaintextKeyMaterial.bin";
const oaep =
  '-inkey WrappingPublicKey.bin -keyform DER -pubin -pkeyopt rsa_padding_mode:oaep -pkeyopt rsa_oaep_md:sha256 -pkeyopt rsa_mgf1_md:sha256';

/** Gives the same AES key each time: `openssl enc` derives it from the 32 random bytes in aes-passphrase.txt. */
const aesKey = 'openssl enc -id-aes256-wrap-pad -iv A65959A6 -pbkdf2 -nosalt -pass file:aes-passphrase.txt';

/**
 * Does what "Encrypting key material" in the AWS KMS developer guide does, with other commands.
 *
 * SECURITY: the guide's commands put the AES key on a command line (`-K`), and `-macopt hexkey:` for the check value
 * would put the key material itself there. All users of a computer can see command lines, and logs keep them. OpenSSL
 * reads neither option from a file.
 */
const wrapping = {
  RSAES_OAEP_SHA_256: [
    `$ openssl pkeyutl -encrypt -in PlaintextKeyMaterial.bin -out EncryptedKeyMaterial.bin ${oaep}`,
  ],
  RSA_AES_KEY_WRAP_SHA_256: [
    '$ openssl rand -hex -out aes-passphrase.txt 32',
    `$ ${aesKey} -in PlaintextKeyMaterial.bin -out key-material-wrapped.bin`,
    `$ ${aesKey} -P -in /dev/null | perl -ne 'print pack q(H*), $1 if /^key=([0-9A-F]+)/' > aes-key.bin`,
    `$ openssl pkeyutl -encrypt -in aes-key.bin -out aes-key-wrapped.bin ${oaep}`,
    '$ cat aes-key-wrapped.bin key-material-wrapped.bin > EncryptedKeyMaterial.bin',
  ],
} as const;

/**
 * Instructions for a successor who has the opened document but no Keyferry. Lines that begin with `$ ` are commands for
 * a shell on Linux or macOS with age, perl and OpenSSL 3; those with `PS> ` are for PowerShell. No line has a quotation
 * mark or a backslash, so JSON shows each as it is typed. Keys go through pipes and files, never on a command line.
 */
export function howToUse(kind: MaterialKind): readonly string[] {
  const algorithm = kind === 'symmetric' ? 'RSAES_OAEP_SHA_256' : 'RSA_AES_KEY_WRAP_SHA_256';
  return [
    'This document holds the key material of an AWS KMS key, in clear. Whoever has it has the key: keep it sealed, work on a computer that you trust, and erase what you take out.',
    'With Keyferry, choose Restore a sealed copy. Without it, follow these steps; sealed-copy.age stands for the sealed file.',
    '1. Open the copy with age (age-encryption.org) and turn the hex digits of keyMaterial.value into bytes. age asks for the passphrase; for a copy sealed to recipients, put --identity and the file of one of their identities behind --decrypt. On Linux or macOS, the first command makes files that only you can read; type it first in each new window:',
    '$ umask 077',
    `$ ${takeOut}`,
    'On Windows, in PowerShell:',
    ...takeOutOnWindows,
    '2. Compare. What this prints is checkValue:',
    `$ ${checkValue}`,
    `3. kmsKey says which KMS key the material belongs to, as far as it was known; a key that did not exist yet has the alias and, in its tag keyferry:ceremony, the ceremony given there. A key that had key material before takes only the very same again. In the AWS KMS console open that key, its tab Key material, and begin to import key material with the wrapping key spec RSA_4096 and the wrapping algorithm ${algorithm}. Download the wrapping public key and the import token: WrappingPublicKey.bin and ImportToken.bin.`,
    '4. Wrap the material under the wrapping key, with OpenSSL 3:',
    ...wrapping[algorithm],
    '5. Go on in the console with EncryptedKeyMaterial.bin and ImportToken.bin, or with the AWS CLI, where KEY_ID stands for the id or the ARN of the key:',
    '$ aws kms import-key-material --key-id KEY_ID --encrypted-key-material fileb://EncryptedKeyMaterial.bin --import-token fileb://ImportToken.bin --expiration-model KEY_MATERIAL_DOES_NOT_EXPIRE',
    '6. Erase PlaintextKeyMaterial.bin and the other files made on the way.',
  ];
}

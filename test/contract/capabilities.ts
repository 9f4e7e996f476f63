export type ServerName = 'practice in process' | 'npm run practice-kms' | 'LocalStack';

/**
 * Where a server differs from AWS: the scenario that shows it, and what happens instead. The suite also runs these and
 * expects them to fail, so that it notices when a server improves.
 */
export const lacks: Readonly<Record<ServerName, Readonly<Record<string, string>>>> = {
  'practice in process': {},
  'npm run practice-kms': {},
  LocalStack: {
    'key: cannot be enabled while it waits for material': 'it is enabled without any',
    'alias: alias/aws/ is reserved': 'the alias is made',
    'policy: what is not JSON is refused': 'any text is a policy',
    'policy: one that locks everybody out is refused': 'there is no lockout check',
    'policy: an account that does not exist is refused': 'principals are not looked at',
    'policy: a principal of another partition is refused': 'principals are not looked at',
    'policy: an own role that does not exist is refused': 'principals are not looked at',
    'policy: a statement without Action is refused': 'statements are not looked at',
    'policy: what it denies is AccessDeniedException': 'policies are kept, and not applied',
    'policy: more than 32 KiB is LimitExceededException': 'there is no limit',
    'parameters: a wrapping key and a token for 24 hours': 'they are said to be valid for 100 days',
    'parameters: RSA_AES_KEY_WRAP is refused for a symmetric key': 'every algorithm goes with every key',
    'import: the material is listed with its state': 'ListKeyRotations is missing',
    'import: material wrapped with another hash is InvalidCiphertextException': 'InternalError',
    'import: wrapping key and token of different sets are InvalidCiphertextException': 'InternalError',
    'import: the token of another key is InvalidImportTokenException': 'a token opens for every key',
    'import: a damaged token is InvalidImportTokenException': 'an unknown token is NotFoundException',
    'import: 31 bytes are IncorrectKeyMaterialException': 'any length is taken',
    'import: other material than before is IncorrectKeyMaterialException': 'it waits for a rotation',
    'deleted material: the key waits for the same bytes, and then works again':
      'the key looks enabled and cannot decrypt',
    'deleted material: a former one stops the whole key, and brought back, it works again':
      'with its material back, the key cannot decrypt',
    'deleted material: one that waits for a rotation leaves the key as it was':
      'the key waits for its import',
    'replica: is born without material, and with what was asked for': 'it is enabled without any',
    'replica: takes no other material than its primary has': 'any material is taken',
    'expiry: the date that was asked for is on the key': 'ValidTo is not kept, and nothing expires',
    'expiry: cannot be in the past': 'any date is taken',
    'expiry: cannot be further away than 365 days': 'any date is taken',
    'grants: none before there is material': 'a key without material takes grants',
    'grants: a name with a space is ValidationException': 'any name is taken',
    'grants: an account that does not exist is refused': 'principals are not looked at',
    'grants: say which account made them': 'IssuingAccount is missing',
    'grants: a dry run revokes nothing': 'DryRun is ignored',
    'rotation: Decrypt says which material it used': 'KeyMaterialId is missing',
    'sts: gives no credentials for a role that does not exist': 'every role can be assumed',
    'iam: lists page by page': 'users come all at once',
  },
};

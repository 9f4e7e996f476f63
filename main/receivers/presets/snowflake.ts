import type { ReceiverPreset } from '../../schemas/receiver';

export const snowflake: ReceiverPreset = {
  id: 'snowflake',
  name: 'Snowflake Tri-Secret Secure',
  group: 'data',
  source: {
    page: 'https://docs.snowflake.com/en/user-guide/security-encryption-tss-self-serve',
    readOn: '2026-11-27',
  },
  statement: 'printed',
  terms: {
    blanks: [
      {
        name: 'principal',
        label: 'Principal of Snowflake',
        hint: 'The ARN that SYSTEM$GET_CMK_CONFIG() prints for your account.',
        kind: 'role-or-user',
      },
    ],
    access: {
      by: 'statements',
      statements: [
        {
          sid: 'Allow use of the key by Snowflake',
          principal: 'principal',
          actions: ['kms:Decrypt', 'kms:GenerateDataKeyWithoutPlaintext'],
          conditions: [],
        },
      ],
    },
    known: 'after-arn',
    imported: { answer: 'not-said' },
    multiRegion: 'not-said',
    wants: ['key-arn'],
    where: 'SQL: SYSTEM$REGISTER_CMK_INFO',
    steps: [
      'Register the ARN of the key with SYSTEM$REGISTER_CMK_INFO.',
      'Read the principal with SYSTEM$GET_CMK_CONFIG, and let it in.',
      'Check with SYSTEM$VERIFY_CMK_INFO.',
      '72 hours after the registration, activate with SYSTEM$ACTIVATE_CMK_INFO.',
    ],
    aftercare: ['The key has to be in the Region of your Snowflake account.'],
  },
};

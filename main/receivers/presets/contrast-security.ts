import type { ReceiverPreset } from '../../schemas/receiver';

export const contrastSecurity: ReceiverPreset = {
  id: 'contrast-security',
  name: 'Contrast Security, dedicated',
  group: 'security',
  source: {
    page: 'https://docs.contrastsecurity.com/en/bring-your-own-key--dedicated-saas.html',
    readOn: '2026-11-27',
  },
  statement: 'printed',
  terms: {
    blanks: [
      {
        name: 'account',
        label: "Receiver's AWS account ID",
        hint: 'The 12 digits that Contrast gave you.',
        kind: 'account',
      },
    ],
    access: { by: 'console', grants: true },
    known: 'before-key',
    imported: { answer: 'not-said', text: 'Its guide chooses a key made by KMS.' },
    multiRegion: 'required',
    wants: ['key-arn'],
    steps: ['Give Contrast the ARN of the key, of each Region.'],
    aftercare: ['A primary and a failover Region are needed.'],
  },
};

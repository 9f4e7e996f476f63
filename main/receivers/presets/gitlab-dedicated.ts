import { grantActions, useActions } from '../../shared/kms-words';
import type { ReceiverPreset } from '../../schemas/receiver';

export const gitlabDedicated: ReceiverPreset = {
  id: 'gitlab-dedicated',
  name: 'GitLab Dedicated',
  group: 'development',
  source: { page: 'https://docs.gitlab.com/administration/dedicated/encryption/', readOn: '2026-11-27' },
  statement: 'printed',
  terms: {
    blanks: [
      {
        name: 'account',
        label: "Receiver's AWS account ID",
        hint: 'The 12 digits that your account team at GitLab gave you.',
        kind: 'account',
      },
    ],
    access: {
      by: 'statements',
      statements: [
        { sid: 'Allow use by GitLab Dedicated', principal: 'account', actions: useActions, conditions: [] },
        {
          sid: 'Allow grants by GitLab Dedicated',
          principal: 'account',
          actions: grantActions,
          conditions: [],
        },
      ],
    },
    known: 'before-key',
    imported: { answer: 'no', text: 'GitLab Dedicated takes only keys whose material AWS KMS made.' },
    multiRegion: 'required',
    wants: ['key-arn'],
    where: 'Switchboard',
    steps: ['Enter the ARNs of the keys in Switchboard before onboarding.'],
    aftercare: [],
  },
};

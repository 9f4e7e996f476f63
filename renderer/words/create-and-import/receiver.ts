import type { ReceiverPreset } from '../../../main/shared/views/receiver';

export const otherService = 'Other service';

/** In the order of the list. */
export const groupNames: Record<ReceiverPreset['group'], string> = {
  collaboration: 'Collaboration and meetings',
  'contact-centre': 'Contact centres',
  data: 'Databases and data platforms',
  development: 'Software development',
  security: 'Security',
  'artificial-intelligence': 'Artificial intelligence',
};

export const receiverWords = {
  title: 'Receiver',
  description: 'The service that asked you to bring your own key, and where it needs it.',
  receiver: 'Receiver',
  receiverText: 'The service that will use the key. What the key policy allows follows from it.',
  otherText: 'Any service that gave you an AWS account ID or a policy statement',
  search: 'Find a service',
  noMatch: 'No service of that name is known. Choose “Other service”.',
  name: 'Name of the service',
  nameText: 'For the names and the summary. You may leave it empty.',
  grants: 'The service creates AWS resources that are encrypted with the key',
  grantsText:
    'Databases, disks or buckets, for example. It may then let AWS services use the key (grants). If unsure, ask the service.',
  later: {
    title: (name: string) => `${name} is let in later`,
    text: 'It says whom to let in only once it knows the ARN of the key. So the key is made without it. At the end you learn what to give to it, and come back with its answer: “Add the receiver” then lets it in.',
    choose: "The service says whom to let in only once it knows the key's ARN",
    chooseText:
      'The key is made without it, and you add it afterwards. If it gave you an account ID already, leave this empty.',
  },
  account: "Receiver's AWS account ID",
  accountText:
    'The 12 digits that the receiver gave you. It is their account, not yours. Spaces and dashes are fine.',
  accountSpaces: 'Spaces and dashes are fine.',
  practiceAccountText: 'When practising, any 12 digits will do, for example 210987654321.',
  accountComplete: '12 of 12 digits',
  accountCount: (digits: number) => `${digits} of 12 digits`,
  accountFaults: {
    empty: 'Type the account ID that the receiver gave you.',
    characters: 'An AWS account ID has only digits.',
    arn: 'This is an ARN. Keyferry cannot allow only one role or user. If the whole account may use the key, type its 12 digits: an administrator of that account then decides which roles use it.',
    length: 'An AWS account ID has exactly 12 digits.',
  },
  region: 'AWS Region',
  regionText: 'The Region that the receiver named. A key cannot be moved to another one later.',
  regionSuggested: 'Your AWS profiles name this Region. Check that it is the one that the receiver named.',
  regionMissing: 'Choose the Region that the receiver named.',
} as const;

import type { ReceiverPreset, ReceiverTerms, ReceiverBlank } from '../../../main/shared/views/receiver';

export const termsWords = {
  title: (name: string) => `What ${name} asks for`,
  steps: 'What to do at the receiver',
  aftercare: 'Good to know afterwards',
  refuses: {
    title: (name: string) => `${name} takes no imported keys`,
    text: 'Keyferry imports key material, so this key would be refused. Nothing has been made. Ask the receiver which kind of key it takes.',
  },
  notSaid: {
    title: (name: string) => `Ask ${name} whether it takes imported keys`,
    text: 'Its guide does not say whether a key with imported material will do. A key that is refused still has to be kept or deleted.',
  },
  chooseAnother: (name: string) => `${name} takes no imported keys. Choose another receiver to go on.`,
  missing: (label: string) => `Type or paste this: ${label}.`,
  severalLines: 'Several are fine, one on each line.',
  trustBefore:
    'The role has to exist before the key does: give this to your IAM administrator if it does not yet. Keyferry makes no role.',
  practiceRole: 'Use a role of the practice account',
} as const;

/** A role that the practice AWS has. */
export const practiceRole = 'arn:aws:iam::111122223333:role/DatabaseServices';

/** Beside the name in the list. */
export function presetTag({ terms }: ReceiverPreset): string {
  return terms.imported.answer === 'no' ? 'takes no imported keys' : '';
}

const importedAnswers: Record<ReceiverTerms['imported']['answer'], string> = {
  yes: 'Taken',
  no: 'Refused',
  'not-said': 'Its guide does not say',
};

export const multiRegionAnswers: Record<ReceiverTerms['multiRegion'], string> = {
  required: 'Required',
  advised: 'Advised',
  possible: 'Possible',
  no: 'Not used',
  'not-said': 'Its guide does not say',
};

const sure: Record<ReceiverPreset['statement'], string> = {
  printed: 'The statement is the one that its guide prints.',
  'second-hand': 'The statement is from another source than its own guide.',
  'not-found': 'Its guide prints no statement that could be found.',
};

function allowedText({ access }: ReceiverTerms): string {
  switch (access.by) {
    case 'console':
      return access.grants
        ? 'Encrypt and decrypt, and let AWS services use the key (grants)'
        : 'Encrypt and decrypt';
    case 'statements':
      return [...new Set(access.statements.flatMap(({ actions }) => actions))].join(', ');
    case 'grant':
      return `A grant for ${access.grant.operations.join(', ')}`;
    case 'pasted-statement':
      return 'The statement that the receiver gives to you';
  }
}

/** Label and value, for people who want to compare with the guide of the service. */
export function termsRows(preset: ReceiverPreset): readonly (readonly [string, string])[] {
  const { terms, source, statement } = preset;
  return [
    ['It may', allowedText(terms)],
    ['Imported key material', importedAnswers[terms.imported.answer]],
    ['Multi-Region key', multiRegionAnswers[terms.multiRegion]],
    ...(terms.where === undefined ? [] : ([['Typed in at', terms.where]] as const)),
    ['Source', `${source.page}, read on ${source.readOn}. ${sure[statement]}`],
  ];
}

/** Whether what was typed is what the service publishes; empty where it publishes nothing. */
export function publishedText({ published }: ReceiverBlank, typed: readonly string[], name: string): string {
  if (published === undefined || typed.length === 0) return '';
  const isPublished = typed.every((value) => published.values.includes(value));
  return isPublished
    ? `${name} publishes this one, by a copy of its pages that was read on ${published.readOn}.`
    : `${name} publishes another one, by a copy of its pages that was read on ${published.readOn}: ${published.values.join(', ')}. Go by what you were given, and ask if you are not sure.`;
}

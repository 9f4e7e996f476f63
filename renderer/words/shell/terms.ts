/** Words of the field, explained where they first stand. */
export const terms = {
  close: 'Close the explanation',
  receiver: {
    question: 'What is a receiver?',
    text: 'The service that will encrypt your data with the key, and that asked you to bring it. It gets permission to use the key, never the key itself.',
  },
  checkValue: {
    question: 'What is a check value?',
    text: '16 characters that are computed from the key material. Two copies with the same check value hold the same key material. Nobody can compute the key material from it, so you may write it down.',
  },
  wrappingKey: {
    question: 'What is a wrapping key?',
    text: 'A public key that AWS hands out for one import. The key material is encrypted with it on this computer, and only AWS can decrypt it.',
  },
  headHash: {
    question: 'What is a head hash?',
    text: 'One number that is computed from the whole record. If anything in the record is changed later, the number no longer matches. So it is signed on paper.',
  },
  successorCard: {
    question: 'What is a successor card?',
    text: 'One page for the person who looks after the key when you no longer do. It says which key it is, what copy there is, and how to put the key material back.',
  },
} as const;

export type TermName = Exclude<keyof typeof terms, 'close'>;

export const paperWords = {
  brand: 'Keyferry',
  practice:
    'PRACTICE – made by the practice mode of Keyferry. There is no such key in AWS. Do not send or file this.',
  made: (when: string, by: string) => `Made ${when}, with ${by}`,
} as const;

import type { WrappingAlgorithm } from '../../../main/shared/kms-words';

export const ceremonyMaterial = {
  title: 'Key material',
  description: 'The secret itself: what AWS KMS will encrypt and decrypt with.',
  fileHint: (lengthBytes: number) => `Exactly ${lengthBytes} bytes, raw or as hexadecimal or base64 text.`,
} as const;

export const expiryWords = {
  label: 'Expiration',
  never: 'Does not expire',
  neverText: 'You can still delete the key material yourself at any time.',
  on: 'Expires on',
  onText:
    'AWS deletes the key material then, and nobody can decrypt until the same material is imported again.',
  day: 'Day of expiry',
  dayText: 'At most 365 days from now. The key material can be used until the end of that day.',
  until: (instant: string) => `Usable until ${instant}`,
  missing: 'Type a day within the next 365 days, or choose one from the calendar.',
  noDay: 'This is not a day. Type it as in 2027-11-20, or choose one from the calendar.',
  past: 'This day is over. Type a later one, or choose one from the calendar.',
  tooFar: (last: string) => `AWS accepts no day so far ahead: the material must expire by ${last}.`,
} as const;

export const dayWords = {
  form: 'YYYY-MM-DD',
  calendar: 'Calendar',
  closeCalendar: 'Close the calendar',
  calendarName: 'Calendar: day of expiry',
  calendarTexts: {
    todayAriaLabel: 'Today',
    nextMonthAriaLabel: 'Next month',
    previousMonthAriaLabel: 'Previous month',
  },
} as const;

export const wrappingWords = {
  advanced: 'Advanced',
  keySpec: 'Wrapping key spec',
  keySpecText: 'The size of the key that AWS hands out for wrapping. RSA_4096 is the strongest.',
  algorithm: 'Wrapping algorithm',
  algorithmText: 'AWS recommends RSAES_OAEP_SHA_256.',
  sha1: 'Many security policies forbid SHA-1. Choose this only if somebody requires it.',
} as const;

/** Those that wrap symmetric key material. */
export const symmetricAlgorithms = [
  'RSAES_OAEP_SHA_256',
  'RSAES_OAEP_SHA_1',
] as const satisfies readonly WrappingAlgorithm[];

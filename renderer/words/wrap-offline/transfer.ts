import { notComparedConfirmation } from '../../../main/shared/transfer-code';

/** Its one name, on both computers. */
export const transferCodeLabel = 'Transfer code';

/** What the offline computer says about the code that it shows. */
export const transferCodeWords = {
  text: 'Write it down or take a photo of it, and do not carry it on the same stick: the connected computer asks for it, and so detects files that somebody exchanged on the way.',
  copy: 'Copy transfer code',
  qr: 'Transfer code as a QR code',
  scanned: 'A scanner at the connected computer types the code from this.',
} as const;

/** What the connected computer asks. */
export const transferWords = {
  code: {
    title: 'Did your offline computer make this?',
    text: 'Anyone who had the stick on the way could have put other key material on it. The code shows whether that happened.',
    label: transferCodeLabel,
    hint: 'The 16 characters that the last screen of the offline computer showed. Type or scan them; spaces and capitals do not matter.',
    missing: 'Type the transfer code that the offline computer showed.',
    wrong: 'A transfer code has 16 letters and digits, and no U.',
  },
  none: {
    title: 'These files came without a transfer code',
    text: 'OpenSSL and earlier versions of Keyferry make none. Then nothing shows that your offline computer made these files: anyone who had the stick on the way could have put other key material on it, and would know your key.',
    label: `Type “${notComparedConfirmation}” to import them all the same`,
    hint: 'The ceremony record will say that nothing was compared.',
    missing: `Type “${notComparedConfirmation}”, or choose the return package of the offline computer.`,
    wrong: `Type exactly “${notComparedConfirmation}”, or choose the return package of the offline computer.`,
  },
  stop: {
    title: 'If the offline computer showed a transfer code, stop',
    text: 'Then it also saved a KeyferryReturnPackage.json that asks for the code here. Choose that file. If this is that file, somebody changed it on the way: make a new package.',
  },
} as const;

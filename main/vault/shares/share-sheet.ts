import { digitLines, joinBytes } from './share-digits';
import { factLines, shareChecksum, shareLabels } from './share-lines';
import { practiceMark, shareSheetStyle } from './share-sheet-style';
import { shareQrCode } from './share-qr';
import { shareWords } from './share-words';
import type { Share } from './shares';

/** SECURITY: the page runs nothing and fetches nothing, whatever a custodian's name contains. */
const policy = "default-src 'none'; style-src 'unsafe-inline'";

/** Fields short enough for two in a row. */
const narrow: readonly string[] = (
  [
    'version',
    'practice',
    'serial',
    'number',
    'needed',
    'accountId',
    'region',
    'material',
    'checkValue',
    'madeAt',
    'madeBy',
  ] as const
).map((field) => shareLabels[field]);

const ownWords = {
  secret: 'Secret: for its custodian alone',
  for: 'For',
  share: 'The share',
  what: 'What to do with it',
  scan: 'Scan instead of typing',
  received: 'Received on (date)',
  stored: 'Place of storage',
  signature: 'Signature of the custodian',
  witness: 'Signature of the person who handed it over',
} as const;

/**
 * A share as a sheet to print: a static HTML page with the lines of its file. Symmetric material fits on one page of
 * paper.
 *
 * @returns UTF-8, for the caller to wipe
 */
export function shareSheet(share: Share): Uint8Array {
  const { set, number, custodian, facts } = share;
  const { practice, title, lead, steps, without } = shareWords(share);
  const lines = digitLines(share.digits);
  // The digits of a private key fill several pages, and each page names its share.
  const many =
    lines.length > 4 ? ` many" data-share="Share ${number} of ${set.count}, serial ${set.serial}` : '';
  const code = shareQrCode(share);
  const receipt = [ownWords.received, ownWords.stored, ownWords.signature, ownWords.witness];
  try {
    return joinBytes([
      '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
      `<meta http-equiv="Content-Security-Policy" content="${policy}">\n`,
      '<meta name="viewport" content="width=device-width">\n',
      `<title>Keyferry share ${set.serial}, ${number} of ${set.count}</title>\n`,
      `<style>${shareSheetStyle}${facts.practice ? practiceMark : ''}</style>\n</head>\n<body>\n`,
      `<header><p class="brand">Keyferry</p><p class="secret">${ownWords.secret}</p></header>\n`,
      practice === undefined ? '' : `<p class="practice">${typeset(practice)}</p>\n`,
      `<h1>${typeset(title)}</h1>\n<p class="for">${ownWords.for} <b>${escaped(custodian)}</b></p>\n`,
      `<p class="lead">${typeset(lead)}</p>\n<h2>${ownWords.share}</h2>\n<div class="facts">\n`,
      ...factLines(share).map(({ label, value }) => {
        const width = narrow.includes(label) ? '' : ' class="wide"';
        const code = value.includes(' ') ? '' : ' code';
        return `<p${width}><b>${label}:</b><span class="mono${code}">${escaped(value)}</span></p>\n`;
      }),
      `</div>\n<div class="digits${many}">\n`,
      ...lines.flatMap((line, index) => [
        `<p><b>${shareLabels.digits} ${index + 1}:</b><span>`,
        line,
        '</span></p>\n',
      ]),
      `<p class="checksum"><b>${shareLabels.checksum}:</b><span>${shareChecksum(share)}</span></p>\n</div>\n`,
      `<div class="what">\n<div>\n<h2>${ownWords.what}</h2>\n`,
      `<ol>\n${steps.map((step) => `<li>${typeset(step)}</li>\n`).join('')}</ol>\n`,
      `<p class="without">${typeset(without)}</p>\n</div>\n`,
      ...(code === undefined
        ? []
        : ['<figure>', code, `<figcaption>${ownWords.scan}</figcaption></figure>\n`]),
      '</div>\n',
      `<div class="receipt">\n${receipt.map((words) => `<p>${words}</p>\n`).join('')}</div>\n`,
      '</body>\n</html>\n',
    ]);
  } finally {
    code?.fill(0);
    for (const line of lines) line.fill(0);
  }
}

/** Our own sentences, with typographic quotation marks. */
function typeset(text: string): string {
  return escaped(text.replace(/"([^"]*)"/g, '“$1”').replaceAll("'", '’'));
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

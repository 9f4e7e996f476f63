import type { DocumentTitle } from './document-title';

const face = `font-family: 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif;`;
const line = `${face} box-sizing: border-box; width: 100%; padding: 0 18mm; display: flex;
  justify-content: space-between; align-items: baseline; gap: 6mm;`;

/**
 * The lines in the margins of every page, as HTML for Chromium's header and footer.
 *
 * SECURITY: they are made here, not by the page, so no page can leave out that it is practice.
 */
export function runningLines({ name, of, head, isPractice }: DocumentTitle): {
  readonly header: string;
  readonly footer: string;
} {
  const practice = `<div style="${line} justify-content: center; margin-top: 2mm">
    <span style="font-size: 9pt; font-weight: 700; letter-spacing: 0.3em; color: #6b5200; background: #ffef99;
      border: 0.3mm solid #8a6d00; padding: 0.8mm 4mm; -webkit-print-color-adjust: exact">PRACTICE</span></div>`;
  const footer = `<div style="${line} margin-bottom: 3mm; font-size: 7.5pt; color: #4d5661">
    <span>${escaped(isPractice ? `PRACTICE · ${name}` : name)}</span><span>${escaped(head === undefined ? of : `${of} · Head hash ${groups(head)} …`)}</span>
    <span style="white-space: nowrap">Page <span class="pageNumber"></span> of <span class="totalPages"></span></span></div>`;
  return { header: isPractice ? practice : '<span></span>', footer };
}

const groups = (digits: string): string => digits.replace(/(.{4})(?=.)/g, '$1 ');

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

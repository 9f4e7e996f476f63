import { describe, expect, it } from 'vitest';
import { documentTitle } from '../../../main/print/document-title';
import { runningLines } from '../../../main/print/running-lines';
import { printedDocuments } from '../../fixtures/printed-documents';

describe('the lines in the margins of each page', () => {
  it('say PRACTICE for practice, and only then', () => {
    for (const document of Object.values(printedDocuments)) {
      const title = documentTitle(document);
      const { header, footer } = runningLines(title);
      expect([header, footer].map((line) => line.includes('PRACTICE'))).toEqual([
        title.isPractice,
        title.isPractice,
      ]);
      expect(title.isPractice).toBe(JSON.stringify(document).includes('"mode":"practice"'));
      expect(footer).toContain(title.of);
    }
  });

  it('take a name as text, whatever is in it', () => {
    const { footer } = runningLines({ name: '<img src=x>', of: `"'&`, isPractice: false });
    expect(footer).not.toMatch(/<img|"'&/);
    expect(footer).toContain('&#60;img');
  });

  it('and the title name no person, no computer and no path (audit: a PDF names nobody)', () => {
    for (const document of Object.values(printedDocuments)) {
      const title = documentTitle(document);
      const said = [title.name, title.of, title.head ?? ''].join(' ').split(' ');
      const known = JSON.stringify(document).split('"');
      const own = ['Key', 'Ceremony', 'hand-over', 'Successor', 'card', 'record'];
      expect(
        said.filter((word) => !own.includes(word) && !known.some((text) => text.startsWith(word))),
      ).toEqual([]);
      const lines = Object.values(runningLines(title))
        .join(' ')
        .replace(/<[^>]*>/g, ' ');
      const shown = lines.replaceAll(/ (?=[0-9a-f]{4}\b)/g, '').split(/\s+/);
      const furniture = ['', 'PRACTICE', '·', '&#183;', 'Page', 'of', 'Head', 'hash', '…'];
      expect(
        shown.filter(
          (word) => !furniture.includes(word) && !said.some((one) => one === word || `hash${one}` === word),
        ),
      ).toEqual([]);
    }
  });

  it('name the ceremony where no key is known', () => {
    const { card } = printedDocuments;
    if (card?.kind !== 'successor-card') throw new Error('no card');
    expect(documentTitle({ ...card, key: {} }).of).toBe(`Ceremony ${card.ceremonyId}`);
  });
});

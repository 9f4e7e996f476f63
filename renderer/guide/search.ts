import { plainText, type Block, type GuidePage } from './page-data';

/** A heading with what stands below it, up to the next one. */
interface Section {
  readonly page: string;
  readonly pageTitle: string;
  /** Where a link leads: a page, or a heading of it. */
  readonly to: string;
  readonly title: string;
  readonly text: string;
}

export interface Found {
  readonly to: string;
  readonly title: string;
  /** The page that it is on; empty where that is the title. */
  readonly pageTitle: string;
  /** Some words around the first one that was looked for. */
  readonly excerpt: string;
}

const mostFound = 30;
const excerptChars = 140;

/** @returns finds in the pages: titles first, and short texts before long ones; all words have to be there, in any order and any case. */
export function createSearch(pages: readonly GuidePage[]): (words: string) => readonly Found[] {
  const sections = pages.flatMap(sectionsOf);
  return (typed) => {
    const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length === 0) return [];
    const scored = sections.flatMap((section) => {
      const title = section.title.toLowerCase();
      const text = section.text.toLowerCase();
      if (!words.every((word) => title.includes(word) || text.includes(word))) return [];
      return [{ section, inTitle: words.filter((word) => title.includes(word)).length }];
    });
    return scored
      .sort(
        (one, other) => other.inTitle - one.inTitle || one.section.text.length - other.section.text.length,
      )
      .slice(0, mostFound)
      .map(({ section }) => ({
        to: section.to,
        title: section.title,
        pageTitle: section.title === section.pageTitle ? '' : section.pageTitle,
        excerpt: excerptOf(section.text, words),
      }));
  };
}

function sectionsOf({ id, title, blocks }: GuidePage): readonly Section[] {
  const starts = blocks.flatMap((block, at) => (block.is === 'heading' ? [at] : []));
  return [-1, ...starts].map((start, index) => {
    const heading = blocks[start];
    const text = blocks
      .slice(start + 1, starts[index])
      .map(textOf)
      .join(' ');
    return heading?.is === 'heading'
      ? { page: id, pageTitle: title, to: `${id}#${heading.id}`, title: plainText(heading.of), text }
      : { page: id, pageTitle: title, to: id, title, text };
  });
}

function textOf(block: Block): string {
  switch (block.is) {
    case 'heading':
    case 'text':
      return plainText(block.of);
    case 'list':
      return block.items.flatMap((item) => item.map(textOf)).join(' ');
    case 'table':
      return [block.head, ...block.rows].map((row) => row.map(plainText).join(' ')).join(' ');
  }
}

function excerptOf(text: string, words: readonly string[]): string {
  const lower = text.toLowerCase();
  const first = Math.min(...words.map((word) => lower.indexOf(word)).filter((at) => at >= 0));
  const from = Number.isFinite(first) ? Math.max(0, first - excerptChars / 3) : 0;
  const start = from === 0 ? 0 : text.indexOf(' ', from) + 1;
  const end = start + excerptChars;
  const cut = text.slice(start, end);
  return `${start > 0 ? '… ' : ''}${end < text.length ? `${cut.slice(0, cut.lastIndexOf(' '))} …` : cut}`;
}

import type { Page } from 'playwright';

/** The words of what is shown with a status that begin in one line and end in the next. */
export async function brokenWords(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const isBroken = (text: Node, { index, 0: word }: RegExpExecArray): boolean => {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1;
    };
    const found: string[] = [];
    for (const status of document.querySelectorAll('[class*="awsui_status-"]')) {
      const texts = document.createTreeWalker(status, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
        for (const word of (text.textContent ?? '').matchAll(/\S+/g))
          if (isBroken(text, word)) found.push(word[0]);
      }
    }
    return found;
  });
}

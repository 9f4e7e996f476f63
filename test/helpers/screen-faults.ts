import type { Page } from 'playwright';
import { axeViolations } from './axe';

/**
 * What axe finds on the page, what is covered when it has the focus, and the buttons that stand out where more than one
 * does; one line each.
 */
export const screenFaults = async (page: Page): Promise<readonly string[]> => [
  ...(await axeViolations(page)),
  ...(await coveredWithFocus(page)),
  ...(await severalPrimary(page)),
];

/** Only one button of a screen is the next thing to do; a question over it has its own. */
async function severalPrimary(page: Page): Promise<readonly string[]> {
  const names = await standingOut(page);
  return names.length > 1 ? [`primary buttons: ${names.join(', ')}`] : [];
}

/** The names of the primary buttons. */
export async function standingOut(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const shown = [
      ...document.querySelectorAll<HTMLElement>('button[class*="awsui_variant-primary"]'),
    ].filter((button) => button.checkVisibility({ visibilityProperty: true }));
    const asked = shown.filter((button) => button.closest('[role="dialog"]') !== null);
    return (asked.length > 0 ? asked : shown).map((button) => button.innerText.trim());
  });
}

/**
 * Gives the focus to everything that can have it, from the first to the last and back, and names what is then covered
 * by something that stays in place while the page scrolls (WCAG 2.2, 2.4.11).
 */
export async function coveredWithFocus(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const before = document.activeElement;
    const elements = [
      ...document.querySelectorAll<HTMLElement>('a[href], button, input, textarea, [tabindex="0"]'),
    ];
    const open = elements.filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true }) &&
        !element.matches(':disabled') &&
        // A list that is open lies over everything.
        element.closest('[inert], [class*="awsui_dropdown_"]') === null,
    );
    const staying = [...document.querySelectorAll<HTMLElement>('.app *')].filter((element) =>
      ['sticky', 'fixed'].includes(getComputedStyle(element).position),
    );
    const covered = (element: HTMLElement): boolean => {
      element.focus();
      // What cannot have it now, as the one of several radio buttons.
      if (document.activeElement !== element) return false;
      const { top, bottom, left, right, height } = element.getBoundingClientRect();
      const over = staying
        // A dialog lies over all of the page.
        .filter((each) => !each.contains(element) && element.closest('[role="dialog"]') === null)
        .map((each) => each.getBoundingClientRect())
        .filter((rect) => rect.height > 0 && rect.left < right && rect.right > left);
      const from = Math.max(top, 0, ...over.filter((rect) => rect.top <= top).map((rect) => rect.bottom));
      const to = Math.min(
        bottom,
        window.innerHeight,
        ...over.filter((rect) => rect.bottom >= bottom && rect.top > top).map((rect) => rect.top),
      );
      return to - from < Math.min(height, 16);
    };
    const found = [...open, ...open.toReversed()].filter(covered);
    if (before instanceof HTMLElement) before.focus();
    return [...new Set(found)].map((element) => `covered: ${element.outerHTML.slice(0, 120)}`);
  });
}

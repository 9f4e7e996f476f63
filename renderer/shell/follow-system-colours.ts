import { applyMode, Mode } from '@cloudscape-design/global-styles';

/** Light or dark as the system is, now and whenever it changes. */
export function followSystemColours(): void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const apply = (): void => applyMode(dark.matches ? Mode.Dark : Mode.Light);
  apply();
  dark.addEventListener('change', apply);
}

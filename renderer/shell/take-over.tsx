import '@cloudscape-design/global-styles/index.css';
import { applyMode, Mode } from '@cloudscape-design/global-styles';
import { hydrateRoot } from 'react-dom/client';
import { Root } from './root';
import '../styles/app.css';
import '../styles/keys.css';
import '../styles/parts.css';
import '../styles/ceremony.css';
import '../styles/custody.css';
import '../styles/rehearse.css';
import '../styles/transfer.css';
import '../styles/unfinished.css';
import '../styles/wizard.css';

/** Makes the first screen, which the build has rendered, interactive. */
export function takeOver(screen: HTMLElement): void {
  followSystemColours();
  refuseStrayDrops();
  hydrateRoot(screen, <Root />);
  // Until now a click would have been lost.
  screen.inert = false;
}

/** Sets light or dark as the system does, now and whenever that changes. */
function followSystemColours(): void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const apply = (): void => applyMode(dark.matches ? Mode.Dark : Mode.Light);
  apply();
  dark.addEventListener('change', apply);
}

/** A file that is dropped where nothing takes files would otherwise replace the app with that file. */
function refuseStrayDrops(): void {
  const refuse = (event: DragEvent): void => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'none';
  };
  window.addEventListener('dragover', refuse);
  window.addEventListener('drop', refuse);
}
